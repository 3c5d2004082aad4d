using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Logbook;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Flows;

public sealed class WebhookTests
{
    private const string Yaml = """
        id: acme
        name: Acme
        locale: en-GB
        start: 2026-01-05
        webhooks:
          - {source: zapier, scheme: token, events: [{on: deal.lost, comment: $.reason}]}
        """;

    [Fact]
    public async Task An_event_with_the_secret_reaches_the_logbook_and_one_without_it_learns_nothing()
    {
        await using var app = await RunningApp.StartAsync(new ManualTime());
        await app.RegisterAsync("acme", Yaml);
        await app.WithAsync<ISecretStore, bool>(async secrets =>
        {
            await secrets.RotateAsync(EngagementId.Parse("acme"), SecretName.OfWebhook("zapier"), "a-secret-of-the-sender-0123456789");
            return true;
        });

        (await StatusAsync(app, "acme", "wrong-secret-of-somebody-0123456789")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(app, "nobody", "a-secret-of-the-sender-0123456789")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(app, "acme", "a-secret-of-the-sender-0123456789")).ShouldBe(HttpStatusCode.Accepted);

        await Eventually.ComesTrueAsync(() => app.WithAsync<IStateStore, bool>(async state =>
            (await new LogbookStore(state, new ManualTime()).ListAsync(EngagementId.Parse("acme"))).Any(item => item.Text.Contains("too dear", StringComparison.Ordinal))));
        using var head = await app.Stranger.SendAsync(new HttpRequestMessage(HttpMethod.Head, "engagements/nobody/webhooks/any"));
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningApp app, string engagement, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"engagements/{engagement}/webhooks/zapier");
        request.Content = new StringContent("""{"type":"deal.lost","id":"e1","reason":"too dear"}""", Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var response = await app.Stranger.SendAsync(request);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        return response.StatusCode;
    }
}
