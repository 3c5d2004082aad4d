using System.Text.Json;
using OpsAutomation.Events;
using OpsAutomation.Events.Chats;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Events.Chats;

public sealed class ChatDeliveryTests
{
    private const string SlackUrl = "https://hooks.slack.com/services/T000/B000/secretsecretsecret";

    [Fact]
    public async Task A_message_goes_to_the_secret_URL_as_JSON_without_a_signature()
    {
        var world = await WorldAsync();
        await world.PublishAsync();
        await world.DrainAsync();

        var (url, headers, body) = world.Transport.Posted.ShouldHaveSingleItem();
        url.AbsoluteUri.ShouldBe(SlackUrl);
        headers.ShouldHaveSingleItem().ShouldBe(new("Content-Type", "application/json; charset=utf-8"));
        JsonDocument.Parse(body).RootElement.GetProperty("text").GetString()!.ShouldContain(" · Atelier · ");
        (await world.DeliveriesAsync()).Single().State.ShouldBe(EventDeliveryState.Delivered);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_webhook_that_is_gone_is_a_dead_letter_at_once_that_does_not_tell_its_URL(int status)
    {
        var world = await WorldAsync();
        world.Transport.Answer = _ => new(status);
        await world.PublishAsync();
        await world.DrainAsync();

        world.Transport.Posted.ShouldHaveSingleItem();
        (await world.DeliveriesAsync()).Single().State.ShouldBe(EventDeliveryState.Dead);
        await foreach (var letter in world.Box.ListAsync(EventWorld.Lumen))
            (letter.Reason.En + letter.Reason.Fr + letter.Message).ShouldNotContain("hooks.slack.com");
    }

    [Fact]
    public async Task A_chat_that_asks_to_wait_is_left_alone_so_long()
    {
        var world = await WorldAsync();
        world.Transport.Answer = number => number == 1 ? new(429, RetryAfter: TimeSpan.FromSeconds(30)) : new(200);
        var start = world.Time.Now;
        await world.PublishAsync();
        await world.DrainAsync();

        (world.Time.Now - start).ToTimeSpan().ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("https://169.254.169.254/services/x")]
    [InlineData("http://hooks.slack.com/services/x")]
    [InlineData("services")]
    public void A_URL_that_may_not_be_spoken_to_is_refused_without_being_told(string url)
    {
        var refusal = Should.Throw<OpsException>(() => ChatUrl.Parse(url));
        (refusal.Kind, refusal.Text.En.Contains("services/x", StringComparison.Ordinal)).ShouldBe((FailureKind.Refused, false));
    }

    private static async Task<EventWorld> WorldAsync()
    {
        var world = new EventWorld("  - {id: team, as: slack}");
        await world.Secrets.RotateAsync(EventWorld.Lumen, SecretName.OfEvents("team"), SlackUrl);
        return world;
    }
}
