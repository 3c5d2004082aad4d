using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;
using Delivery = OpsAutomation.Core.Tests.Webhooks.VendorWorld.Delivery;

namespace OpsAutomation.Core.Tests.Webhooks;

public sealed class VendorEventIdTests
{
    private readonly VendorWorld world = new();

    [Theory]
    [InlineData("hubspot-deal-creation", "100/3721003/1767596400000")]
    [InlineData("slack-message", "Ev0PV52K25")]
    [InlineData("slack-command-status", "13345224609.738474920.8088930838d88f008e0")]
    [InlineData("slack-interaction", "12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3")]
    [InlineData("intercom-conversation-created", "notif_ccd8a4d0-f965-11e3-a367-c779cae3e1b3")]
    [InlineData("intercom-ping", null)]
    [InlineData("trello-card-moved", "695b7a10c4d5e6f708192101")]
    [InlineData("clickup-status", "7fa3ec74-69a8-4530-a251-8a13730bd204/2800787326392370170")]
    [InlineData("clickup-deleted", null)]
    [InlineData("stripe-invoice-paid", "evt_1SmBf2LumenAcct0001aBcD")]
    [InlineData("typeform-nps", "01KE6QJ7P9V3H6ZC2M8NQ4T5RX")]
    [InlineData("calendly-invitee-created", "invitee.created/https://api.calendly.com/scheduled_events/DDDDDDDDDDDDDDDD/invitees/CCCCCCCCCCCCCCCC/2026-01-05T08:31:19.000000Z")]
    [InlineData("notion-page-created", "6f6d1a2b-0c55-4b44-8f3d-2b9f3a1c7e10")]
    [InlineData("github-issue-closed", "msg_1")]
    [InlineData("standard-client-live", "msg_1")]
    public async Task The_id_is_the_vendors_own(string name, string? id)
    {
        var sample = WebhookSamples.Get(name);

        await world.PostAsync(sample.Scheme, new() { Sample = sample });

        (await world.Edge.DeliveriesAsync()).ShouldHaveSingleItem().SenderId.ShouldBe(id);
    }

    [Theory]
    [MemberData(nameof(VendorWorld.Each), MemberType = typeof(VendorWorld))]
    public async Task A_repetition_is_answered_alike_and_counts_once_also_when_its_body_differs(WebhookScheme scheme)
    {
        var sample = VendorWorld.SampleOf(scheme);
        var first = await world.PostAsync(scheme);
        await world.Edge.DrainAsync();
        // Another attempt: HubSpot and Intercom count them in the body.
        var body = sample.Text.Replace("\"attemptNumber\": 0", "\"attemptNumber\": 1", StringComparison.Ordinal).Replace("\"delivery_attempts\": 1", "\"delivery_attempts\": 2", StringComparison.Ordinal);

        (await world.PostAsync(scheme, new() { Sample = sample with { Body = Encoding.UTF8.GetBytes(body) } })).ShouldBe(first);

        (await world.Edge.DeliveriesAsync()).Count.ShouldBe(scheme == WebhookScheme.ClickUp ? 2 : 1);
        world.Edge.Queue.Take(JobQueues.Webhooks).Count.ShouldBe(scheme == WebhookScheme.ClickUp ? 1 : 0);
    }

    [Theory]
    [InlineData("intercom-conversation-created", "notif_ccd8a4d0", "notif_00000000")]
    [InlineData("stripe-invoice-paid", "evt_1SmBf2", "evt_1SmBf3")]
    [InlineData("hubspot-deal-creation", "1767596400000", "1767596400001")]
    [InlineData("hubspot-deal-creation", "3721003", "3721004")]
    [InlineData("calendly-invitee-created", "invitee.created", "invitee.canceled")]
    [InlineData("clickup-status", "7fa3ec74", "7fa3ec75")]
    public async Task Another_id_is_another_event(string name, string from, string to)
    {
        var sample = WebhookSamples.Get(name);
        await world.PostAsync(sample.Scheme, new() { Sample = sample });

        await world.PostAsync(sample.Scheme, new() { Sample = sample with { Body = Encoding.UTF8.GetBytes(sample.Text.Replace(from, to, StringComparison.Ordinal)) } });

        (await world.Edge.DeliveriesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Several_events_have_one_id_whatever_their_order()
    {
        const string First = """{"eventId":1,"subscriptionId":7,"occurredAt":5}""";
        const string Second = """{"eventId":2,"subscriptionId":7,"occurredAt":6}""";
        await PostAsync(WebhookScheme.HubSpot, $"[{First},{Second}]");
        await PostAsync(WebhookScheme.HubSpot, $"[{Second}, {First}]");
        (await world.Edge.DeliveriesAsync()).ShouldHaveSingleItem().SenderId!.ShouldStartWith("all:");

        await PostAsync(WebhookScheme.HubSpot, $"[{First}]");
        await PostAsync(WebhookScheme.Stripe, """{"object":"list","data":[{"id":"evt_1"},{"id":"evt_2"}]}""");
        await PostAsync(WebhookScheme.Stripe, """[{"id":"evt_2"},{"id":"evt_1"}]""");
        (await world.Edge.DeliveriesAsync()).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("""[{"eventId":1},{"eventId":null}]""")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("no json")]
    [InlineData("""[["eventId"],1,"a"]""")]
    public async Task Without_an_id_of_each_event_every_delivery_counts(string body)
    {
        await PostAsync(WebhookScheme.HubSpot, body);
        await PostAsync(WebhookScheme.HubSpot, body);

        (await world.Edge.DeliveriesAsync()).Select(delivery => delivery.SenderId).ShouldBe([null, null]);
    }

    [Theory]
    [InlineData("""{"object":1,"data":[]}""")]
    [InlineData("""{"object":"list","data":{"id":"evt_1"}}""")]
    [InlineData("""{"object":null,"id":{}}""")]
    [InlineData("""{"i\ud800":1}""")]
    public async Task A_body_of_another_shape_is_kept(string body)
    {
        foreach (var scheme in VendorWorld.Vendors)
            (await PostAsync(scheme, body)).Status.ShouldBeLessThan(203);
    }

    [Fact]
    public async Task What_effects_need_beyond_the_body_is_kept()
    {
        await world.PostAsync(WebhookScheme.Slack, new() { Sample = WebhookSamples.Get("slack-command-done") });
        await world.PostAsync(WebhookScheme.GitHub);
        await world.PostAsync(WebhookScheme.Notion);

        var kept = (await world.Edge.DeliveriesAsync()).ToDictionary(delivery => delivery.Source, delivery => (delivery.ContentType, delivery.EventName), StringComparer.Ordinal);
        kept["slack-2"].ShouldBe(("application/x-www-form-urlencoded", null));
        kept["github-2"].ShouldBe((null, "issues"));
        kept["notion-2"].ShouldBe((null, null));
    }

    private Task<WebhookAnswer> PostAsync(WebhookScheme scheme, string body) =>
        world.PostAsync(scheme, new Delivery { Sample = new("any", scheme, "application/json", Encoding.UTF8.GetBytes(body)) });
}
