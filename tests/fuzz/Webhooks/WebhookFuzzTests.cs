using System.Text;
using OpsAutomation.Core.Tests.Webhooks;
using OpsAutomation.Engagements;
using OpsAutomation.Fuzz.Tests.Bytes;
using OpsAutomation.Fuzz.Tests.Running;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Fuzz.Tests.Webhooks;

/// <summary>Requests to the edge of webhooks, and what comes of those that are taken.</summary>
public class WebhookFuzzTests
{
    private static readonly int[] Answers = [200, 202, 401, 405, 413, 415];

    private static readonly string Sources = """
            events:
              - {on: client.live, reading: {kpi: finance.cash, value: $.data.total, date: $.data.date}}
              - {on: client.live, comment: $.data.text}
              - {on: "client.live", decision: $.data}

        """ + string.Join('\n', VendorWorld.Vendors.Select(scheme => $"  - {{source: {VendorWorld.SourceOf(scheme)}, scheme: {WebhookSchemes.WordOf(scheme)}}}"));

    [Fact]
    public void Whatever_comes_to_the_edge_is_answered_and_what_is_taken_is_handled() => FuzzRun.Of("webhook", 150, one =>
    {
        var world = World();
        var delivery = new RandomDelivery(one, world);
        var answer = world.Receiver.ReceiveAsync(new(
            one.Chance(97) ? delivery.Engagement : Tokens.Text(one.Random),
            one.Chance(97) ? delivery.Source : Tokens.Text(one.Random),
            one.Chance(97) ? "POST" : one.Any(["GET", "PUT", "post", "", "POST\n", "TRACE", "HEAD"]),
            delivery.ContentType,
            delivery.Headers.GetValueOrDefault,
            new MemoryStream(delivery.Body)) { Target = delivery.Target }).GetAwaiter().GetResult();
        Answers.ShouldContain(answer.Status);
        if (!delivery.HasSecret)
            answer.Status.ShouldNotBe(202);
        world.DrainAsync().GetAwaiter().GetResult();
    });

    [Fact]
    public void Whatever_lies_in_a_queue_is_handled_or_kept_as_a_dead_letter() => FuzzRun.Of("message", 30, one =>
    {
        var world = World();
        var sound = Encoding.UTF8.GetBytes("{\"engagement\":\"lumen\",\"key\":\"n8n/1\",\"source\":\"n8n\",\"delivery\":\"n8n/1\"}");
        one.Input = Mutator.Damage(sound, one.Random);
        one.Shape = "message";
        world.Handler.HandleAsync(Encoding.UTF8.GetString(one.Input)).GetAwaiter().GetResult();
    });

    private static WebhookWorld World()
    {
        var world = new WebhookWorld(Sources);
        foreach (var scheme in VendorWorld.Vendors)
            world.Secrets.RotateAsync(WebhookWorld.Lumen, SecretName.OfWebhook(VendorWorld.SourceOf(scheme)), VendorWorld.SecretOf(scheme, WebhookWorld.Lumen, 1)).GetAwaiter().GetResult();
        return world;
    }
}
