using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Local;
using OpsAutomation.Ports;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Functions.Tests.Flows;

public sealed class ManyWebhooksTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly EngagementId Acme = EngagementId.Parse("acme");
    private readonly ManualTime time = new(DayOfWork.Monday);

    [Fact]
    public async Task Events_that_come_at_the_same_time_are_each_taken_and_applied_once()
    {
        await using var app = await StartAsync();
        // The first one finds the source, which was just turned on.
        await PostAsync(app, 0, 10);

        // Only twenty ids, each four times, and some of the bodies are too long for a record.
        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(i => PostAsync(app, (i * 3) % 60, i % 20 == 0 ? 40_000 : 10)));

        answers.ShouldAllBe(status => status == HttpStatusCode.Accepted);
        var ids = Enumerable.Range(0, 80).Select(i => $"msg_{(i * 3) % 60}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        (await DeliveriesAsync(app)).Select(one => one.SenderId).Order(StringComparer.Ordinal).ShouldBe(ids);
        await Eventually.ComesTrueAsync(async () => (await DeliveriesAsync(app)).All(one => one.IsSettled));
        (await DeliveriesAsync(app)).SelectMany(one => one.Effects).Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Count);
    }

    [Fact]
    public async Task A_sender_waits_for_no_command_that_works_in_the_home()
    {
        await using var app = await StartAsync();

        using (var command = await LocalHome.OpenAsync(app.Home, time))
        {
            (await PostAsync(app, 1, 10)).ShouldBe(HttpStatusCode.Accepted);
            // The command sees it at once: it is where every record is.
            (await DeliveriesOfAsync(command.State)).ShouldHaveSingleItem();
        }

        await Eventually.ComesTrueAsync(async () => (await DeliveriesAsync(app)).Single().IsSettled);
    }

    private static Task<List<WebhookDelivery>> DeliveriesAsync(RunningApp app) => app.WithAsync<IStateStore, List<WebhookDelivery>>(DeliveriesOfAsync);

    private static async Task<List<WebhookDelivery>> DeliveriesOfAsync(IStateStore state)
    {
        var found = new List<WebhookDelivery>();
        await foreach (var one in new WebhookDeliveries(state).ListAsync(Acme))
            found.Add(one);
        return found;
    }

    private async Task<RunningApp> StartAsync()
    {
        var app = await RunningApp.StartAsync(time);
        await app.RegisterAsync("acme", """
            id: acme
            name: Acme
            locale: en-GB
            start: 2026-01-05
            webhooks:
              - source: n8n
                scheme: standard
                events: [{on: task.blocked, action: $.text}]
            """);
        await app.WithAsync<ISecretStore, bool>(async secrets =>
        {
            await secrets.RotateAsync(Acme, SecretName.OfWebhook("n8n"), Secret);
            return true;
        });
        return app;
    }

    private async Task<HttpStatusCode> PostAsync(RunningApp app, int number, int blanks)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"type":"task.blocked","text":"Wait for client {{number}}"}{{new string(' ', blanks)}}""");
        var (id, at) = ($"msg_{number}", time.Now.ToUnixTimeSeconds());
        using var request = new HttpRequestMessage(HttpMethod.Post, "engagements/acme/webhooks/n8n") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(StandardSignature.IdHeader, id);
        request.Headers.Add(StandardSignature.TimestampHeader, at.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation(StandardSignature.SignatureHeader, StandardSignature.Sign(Secret, id, at, body));
        using var answer = await app.Stranger.SendAsync(request);
        return answer.StatusCode;
    }
}
