using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

public sealed class HandshakeTests
{
    private const string Token = "secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl";
    private readonly VendorWorld world = new();

    [Fact]
    public async Task The_challenge_of_slack_is_answered_once_it_is_verified_and_is_no_event()
    {
        var challenge = WebhookSamples.Get("slack-url-verification");

        (await world.PostAsync(WebhookScheme.Slack, new() { Sample = challenge })).ShouldBe(new(200, "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"));

        (await world.PostAsync(WebhookScheme.Slack, new() { Sample = challenge, Secret = "wrong" })).ShouldBe(new(401));
        (await world.PostAsync(WebhookScheme.Slack, new() { Sample = challenge, Engagement = "made-up" })).ShouldBe(new(401));
        (await world.Edge.DeliveriesAsync()).ShouldBeEmpty();
        world.Edge.Queue.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"url_verification"}""")]
    [InlineData("""{"type":"url_verification","challenge":""}""")]
    [InlineData("""{"type":"url_verification","challenge":{}}""")]
    [InlineData("""{"type":"other","challenge":"abc"}""")]
    [InlineData("""["url_verification"]""")]
    [InlineData("no json")]
    public async Task What_only_looks_like_a_challenge_is_kept_as_an_event(string body)
    {
        (await PostAsync(WebhookScheme.Slack, body)).ShouldBe(new(200));

        (await world.Edge.DeliveriesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_challenge_is_slacks_alone()
    {
        var body = WebhookSamples.Get("slack-url-verification").Text;

        (await PostAsync(WebhookScheme.Stripe, body)).ShouldBe(new(202));
    }

    [Fact]
    public async Task Slack_asks_now_and_then_whether_the_address_works()
    {
        (await PostAsync(WebhookScheme.Slack, "ssl_check=1&token=abc", "application/x-www-form-urlencoded")).ShouldBe(new(200));

        (await world.Edge.DeliveriesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("slack", "application/x-www-form-urlencoded", null, 401)]
    [InlineData("slack-sales", "application/x-www-form-urlencoded; charset=utf-8", null, 401)]
    [InlineData("slack", "application/x-www-form-urlencoded; charset=latin1", null, 415)]
    [InlineData("stripe", "application/x-www-form-urlencoded", null, 415)]
    [InlineData("made-up", "application/x-www-form-urlencoded", null, 415)]
    [InlineData("made-up", "application/x-www-form-urlencoded", "v0=a", 401)]
    [InlineData("slack", "multipart/form-data; boundary=a", "v0=a", 415)]
    [InlineData("slack", "text/plain", "v0=a", 415)]
    public async Task Forms_are_for_slack_and_the_answer_depends_on_the_request_alone(string source, string contentType, string? signature, int status)
    {
        foreach (var engagement in new[] { "lumen", "made-up" })
        {
            var headers = signature is null ? [] : WebhookWorld.Headers(("X-Slack-Signature", signature));
            (await world.Edge.PostAsync(source, "a=b", headers, engagement, contentType: contentType)).ShouldBe(new(status));
        }
    }

    [Fact]
    public async Task Another_vendors_form_is_not_taken_even_if_it_is_signed() =>
        (await world.PostAsync(WebhookScheme.Stripe, new() { ContentType = "application/x-www-form-urlencoded" }, headers => headers["X-Slack-Signature"] = "v0=")).ShouldBe(new(415));

    [Theory]
    [InlineData("lumen", "trello-2")]
    [InlineData("lumen", "made-up")]
    [InlineData("made-up", "trello")]
    [InlineData("../lumen", "")]
    public async Task Trello_asks_by_head_and_hears_the_same_of_any_engagement(string engagement, string source) =>
        (await world.Edge.PostAsync(source, "", [], engagement, "HEAD", contentType: null)).ShouldBe(new(200));

    [Fact]
    public async Task The_secret_of_notion_is_taken_once_by_a_source_that_waits_for_it()
    {
        await world.Edge.Secrets.RemoveAsync(WebhookWorld.Lumen, SecretName.OfWebhook("notion-2"));
        (await SendTokenAsync(Token)).ShouldBe(new(401), "it does not wait");
        await AwaitAsync();

        (await SendTokenAsync(Token)).ShouldBe(new(200));

        (await SendTokenAsync(Token)).ShouldBe(new(200), "the same again");
        (await SendTokenAsync("secret_of_somebody_else_00000000")).ShouldBe(new(401), "another one");
        (await world.Edge.Secrets.FindAsync(WebhookWorld.Lumen, SecretName.OfWebhook("notion-2"))).ShouldBe([Token]);
        (await world.PostAsync(WebhookScheme.Notion, new() { Secret = Token })).ShouldBe(new(202));
        (await world.Edge.DeliveriesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_source_that_works_already_may_wait_for_the_secret_of_a_new_subscription()
    {
        await AwaitAsync();

        (await SendTokenAsync(Token)).ShouldBe(new(200));

        (await world.PostAsync(WebhookScheme.Notion, new() { Secret = Token })).ShouldBe(new(202));
        (await world.PostAsync(WebhookScheme.Notion)).ShouldBe(new(202));
    }

    [Fact]
    public async Task After_an_hour_the_secret_is_no_longer_taken()
    {
        await AwaitAsync();
        world.Edge.Time.Advance(NotionHandshake.Window + Duration.FromSeconds(1));

        (await SendTokenAsync(Token)).ShouldBe(new(401));
        (await world.Edge.Secrets.FindAsync(WebhookWorld.Lumen, SecretName.OfWebhook("notion-2"))).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"verification_token":""}""")]
    [InlineData("""{"verification_token":"short"}""")]
    [InlineData("""{"verification_token":"with blanks and \u0000 and more"}""")]
    [InlineData("""{"verification_token":12345678901234567890}""")]
    [InlineData("""{"verification_token":null}""")]
    [InlineData("""["verification_token"]""")]
    [InlineData("""{"verification_token":""")]
    public async Task What_is_no_token_is_refused(string body)
    {
        await AwaitAsync();

        (await RawAsync("notion-2", body)).ShouldBe(new(401));
        (await world.Edge.Secrets.FindAsync(WebhookWorld.Lumen, SecretName.OfWebhook("notion-2"))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Other_sources_and_other_clients_never_take_a_token()
    {
        await AwaitAsync();
        var body = $$"""{"verification_token":"{{Token}}"}""";

        (await RawAsync("stripe-2", body)).ShouldBe(new(401));
        (await RawAsync("zapier", body)).ShouldBe(new(401));
        (await RawAsync("notion-2", body, "other")).ShouldBe(new(401));
        (await RawAsync("notion-2", body, "made-up")).ShouldBe(new(401));
        // What a source's secret is, is not to be found out by asking.
        (await RawAsync("intercom-2", """{"verification_token":"Intercom-lumen-secret-1"}""")).ShouldBe(new(401));
    }

    private async Task AwaitAsync()
    {
        await NotionHandshake.AwaitAsync(world.Edge.Secrets, WebhookWorld.Lumen, "notion-2", world.Edge.Time.Now);
        world.Edge.Time.Advance(Duration.FromSeconds(2));
    }

    private Task<WebhookAnswer> SendTokenAsync(string token)
    {
        world.Edge.Time.Advance(Duration.FromSeconds(2));
        return RawAsync("notion-2", $$"""{"verification_token":"{{token}}"}""");
    }

    private Task<WebhookAnswer> RawAsync(string source, string body, string engagement = "lumen") => world.Edge.PostAsync(source, body, [], engagement);

    private Task<WebhookAnswer> PostAsync(WebhookScheme scheme, string body, string contentType = "application/json") =>
        world.PostAsync(scheme, new() { Sample = new("any", scheme, contentType, Encoding.UTF8.GetBytes(body)) });
}
