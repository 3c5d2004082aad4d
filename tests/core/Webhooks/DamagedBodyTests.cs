using OpsAutomation.Engagements;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

/// <summary>Bodies that are JSON and that a reader of JSON stumbles over all the same; tests/fuzz makes thousands more at random.</summary>
public sealed class DamagedBodyTests
{
    [Theory]
    [InlineData("""{"type":"a","\ud83d":1}""")]
    [InlineData("""{"type":"a","data":{"\udc00x":{}}}""")]
    public async Task A_name_that_is_half_a_character_makes_a_body_unreadable_and_no_failure(string body)
    {
        var world = new WebhookWorld();

        (await world.PostSignedAsync(body)).Status.ShouldBe(202);
        await world.DrainAsync();

        (await world.DeliveriesAsync()).ShouldHaveSingleItem().Outcome.ShouldBe(WebhookOutcome.Unreadable);
    }

    [Fact]
    public async Task A_text_that_is_no_utf8_makes_a_body_unreadable_and_no_failure()
    {
        var world = new VendorWorld();
        var sample = WebhookSamples.Get("stripe-invoice-paid");
        var body = sample.Body.ToArray();
        body[body.AsSpan().IndexOf("\"in_"u8) + 5] = 0x9C;

        (await world.PostAsync(WebhookScheme.Stripe, new() { Sample = sample with { Body = body } })).Status.ShouldBe(202);
        await world.Edge.DrainAsync();

        (await world.Edge.DeliveriesAsync()).ShouldHaveSingleItem().Outcome.ShouldBe(WebhookOutcome.Unreadable);
    }

    [Fact]
    public async Task A_stripe_object_that_is_no_text_is_taken_and_no_failure()
    {
        var world = new VendorWorld();
        var sample = WebhookSamples.Get("stripe-invoice-paid");
        var body = "{\"object\":{\"a\":1}," + sample.Text.TrimStart()[1..];

        (await world.PostAsync(WebhookScheme.Stripe, new() { Sample = sample with { Body = System.Text.Encoding.UTF8.GetBytes(body) } })).Status.ShouldBe(202);
    }
}
