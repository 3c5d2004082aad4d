using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Ports;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Functions.Tests.Flows;

public sealed class HooksTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly EngagementId Acme = EngagementId.Parse("acme");
    private readonly ManualTime time = new(DayOfWork.Monday);

    [Fact]
    public async Task A_signed_event_is_taken_once_and_applied()
    {
        await using var app = await StartAsync();

        (await PostAsync(app)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await PostAsync(app)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var delivery = await Eventually.FindAsync(() => app.WithAsync<IStateStore, WebhookDelivery?>(async state =>
        {
            var found = new List<WebhookDelivery>();
            await foreach (var one in new WebhookDeliveries(state).ListAsync(Acme))
                found.Add(one);
            return found.ShouldHaveSingleItem() is { IsSettled: true } settled ? settled : null;
        }));
        (delivery.Outcome, string.Join(' ', delivery.Effects)).ShouldBe((WebhookOutcome.Applied, "A-1"));
    }

    [Fact]
    public async Task A_stranger_is_answered_alike_whatever_is_wrong()
    {
        await using var app = await StartAsync();

        var answers = new List<string>();
        foreach (var (engagement, source, secret) in new[] { ("acme", "n8n", "whsec_AAAA"), ("acme", "none", Secret), ("none", "n8n", Secret), ("..", "n8n", Secret) })
        {
            using var answer = await PostAsync(app, engagement, source, secret);
            answer.Headers.Date = null;
            answers.Add($"{(int)answer.StatusCode} {string.Join(' ', answer.Headers.Select(header => header.Key + string.Join(',', header.Value)))} {await answer.Content.ReadAsStringAsync()}");
        }

        answers.Take(3).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldStartWith("401 ");
        using var head = new HttpRequestMessage(HttpMethod.Head, "engagements/none/webhooks/none");
        using var alive = await app.Stranger.SendAsync(head);
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_happens_is_told_signed_to_who_asked_for_it()
    {
        await using var receiver = await EventReceiver.StartAsync();
        await using var app = await StartAsync(receiver.Url);
        using var content = new StringContent("not a table", Encoding.UTF8);
        using var upload = await app.Client.PostAsync("engagements/acme/exports?file=broken.xlsx", content);
        upload.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await Eventually.ComesTrueAsync(() => Task.FromResult(!receiver.Received.IsEmpty));

        receiver.Received.TryPeek(out var first).ShouldBeTrue();
        var at = long.Parse(first.Headers["webhook-timestamp"], CultureInfo.InvariantCulture);
        first.Headers["webhook-signature"].ShouldBe(StandardSignature.Sign(Secret, first.Headers["webhook-id"], at, first.Body));
        first.Headers["content-type"].ShouldBe("application/cloudevents+json; charset=utf-8");
        JsonDocument.Parse(first.Body).RootElement.GetProperty("type").GetString().ShouldBe(EventTypes.ExportRefused);
    }

    [Fact]
    public async Task A_digest_carries_a_link_that_ends_it_by_a_post_and_by_nothing_else()
    {
        await using var app = await RunningApp.StartAsync(new ManualTime(DayOfWork.Monday), new(StringComparer.Ordinal) { ["Ops:PublicUrl"] = "https://ops.example.com" });
        await app.RegisterAsync(Samples.Company, Samples.Yaml);
        var mail = (await File.ReadAllTextAsync(await DayOfWork.DigestAsync(app))).ReplaceLineEndings("\n").Replace("\n ", " ", StringComparison.Ordinal);
        mail.ShouldContain("\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n");
        var path = Regex.Match(mail, @"\nList-Unsubscribe: <https://ops\.example\.com/api/(unsubscribe/[^>]+)>\n", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

        (await app.Stranger.GetStringAsync(path)).ShouldContain("<form method=\"post\">");
        (await app.Stranger.GetStringAsync(path)).ShouldContain("<form method=\"post\">");
        using var oneClick = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var done = await app.Stranger.PostAsync(path, oneClick);
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Stranger.GetStringAsync(path)).ShouldNotContain("<form");
        using var wrong = await app.Stranger.GetAsync(path[..^3] + "AAA");
        wrong.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<RunningApp> StartAsync(string? endpoint = null)
    {
        var app = await RunningApp.StartAsync(time, new(StringComparer.Ordinal) { ["Ops:AllowLoopback"] = "true" });
        await app.RegisterAsync("acme", $$"""
            id: acme
            name: Acme
            locale: en-GB
            start: 2026-01-05
            webhooks:
              - source: n8n
                scheme: standard
                events: [{on: task.blocked, action: $.text}]
            {{(endpoint is null ? "" : $"events: [{{id: board, url: \"{endpoint}\"}}]")}}
            """);
        await app.WithAsync<ISecretStore, bool>(async secrets =>
        {
            await secrets.RotateAsync(Acme, SecretName.OfWebhook("n8n"), Secret);
            await secrets.RotateAsync(Acme, SecretName.OfEvents("board"), Secret);
            return true;
        });
        return app;
    }

    private async Task<HttpResponseMessage> PostAsync(RunningApp app, string engagement = "acme", string source = "n8n", string secret = Secret)
    {
        var body = Encoding.UTF8.GetBytes("""{"type":"task.blocked","text":"Wait for the client"}""");
        var at = time.Now.ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"engagements/{engagement}/webhooks/{source}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(StandardSignature.IdHeader, "msg_1");
        request.Headers.Add(StandardSignature.TimestampHeader, at.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation(StandardSignature.SignatureHeader, StandardSignature.Sign(secret, "msg_1", at, body));
        return await app.Stranger.SendAsync(request);
    }
}
