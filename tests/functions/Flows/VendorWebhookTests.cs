using System.Net;
using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Ports;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Functions.Tests.Flows;

public sealed class VendorWebhookTests(VendorApp world) : IClassFixture<VendorApp>
{
    [Theory]
    [MemberData(nameof(VendorApp.Each), MemberType = typeof(VendorApp))]
    public async Task What_a_vendor_signed_is_taken_and_handled(WebhookScheme scheme)
    {
        var sample = WebhookSamples.Of(scheme).First(one => !one.Name.Contains("verification", StringComparison.Ordinal));

        using var answer = await world.PostAsync(sample);

        answer.StatusCode.ShouldBe(scheme is WebhookScheme.Slack or WebhookScheme.Trello ? HttpStatusCode.OK : HttpStatusCode.Accepted);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        await Eventually.ComesTrueAsync(() => world.App.WithAsync<IStateStore, bool>(async state =>
        {
            await foreach (var delivery in new WebhookDeliveries(state).ListAsync(VendorApp.Acme, WebhookSchemes.WordOf(scheme)))
            {
                if (delivery.Outcome != WebhookOutcome.Received)
                    return true;
            }

            return false;
        }));
    }

    [Theory]
    [MemberData(nameof(VendorApp.Each), MemberType = typeof(VendorApp))]
    public async Task Whatever_is_wrong_the_answer_is_the_same(WebhookScheme scheme)
    {
        var sample = WebhookSamples.Of(scheme).First(one => !one.Name.Contains("verification", StringComparison.Ordinal));
        Task<HttpResponseMessage>[] attempts =
        [
            world.PostAsync(sample, "made-up"),
            world.PostAsync(sample, change: request => request.Content = With(request.Content!, [.. sample.Body, (byte)'\n'])),
            world.PostAsync(sample, change: request => request.Headers.Clear()),
            world.PostAsync(sample, change: Repeat),
        ];

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attempt in attempts)
        {
            using var answer = await attempt;
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            answer.Headers.Date = null;
            seen.Add($"{answer.Headers}|{answer.Content.Headers}|{await answer.Content.ReadAsStringAsync()}");
        }

        seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_challenge_of_slack_comes_back_as_text()
    {
        using var answer = await world.PostAsync(WebhookSamples.Get("slack-url-verification"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
        using var refused = await world.PostAsync(WebhookSamples.Get("slack-url-verification"), "made-up");
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await refused.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("acme", "trello")]
    [InlineData("made-up", "trello")]
    [InlineData("made-up", "other")]
    public async Task Trello_asks_by_head_before_it_sends(string engagement, string source)
    {
        using var answer = await world.App.Stranger.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"engagements/{engagement}/webhooks/{source}"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("?a=%40b%2Fc", null, null, 202)]
    [InlineData("", "localhost", null, 202)]
    [InlineData("", "evil.example.com", "evil.example.com", 401)]
    [InlineData("", null, "evil.example.com", 202)]
    public async Task The_signed_url_is_the_one_sent_to_and_never_the_one_that_a_header_names(string query, string? signedHost, string? hostHeader, int status)
    {
        foreach (var name in new[] { "hubspot-deal-creation", "trello-card-created" })
        {
            using var answer = await world.PostAsync(WebhookSamples.Get(name), query: query, host: signedHost, change: request =>
            {
                if (hostHeader is null)
                    return;
                request.Headers.Host = hostHeader + ":" + request.RequestUri!.Port;
                request.Headers.TryAddWithoutValidation("X-Forwarded-Host", hostHeader);
            });

            (answer.StatusCode != HttpStatusCode.Unauthorized).ShouldBe(status == 202, name);
        }
    }

    [Fact]
    public async Task The_secret_that_notion_sends_is_taken_and_used()
    {
        const string Token = "secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl";
        using (var early = await TellAsync(Token))
            early.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await world.App.WithAsync<ISecretStore, bool>(async secrets =>
        {
            await NotionHandshake.AwaitAsync(secrets, VendorApp.Acme, "notion", world.Time.Now);
            return true;
        });
        world.Time.Advance(NodaTime.Duration.FromSeconds(2));

        using (var taken = await TellAsync(Token))
            taken.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await world.App.WithAsync<ISecretStore, IReadOnlyList<string>>(secrets => secrets.FindAsync(VendorApp.Acme, SecretName.OfWebhook("notion"))))
            .ShouldBe([Token, VendorApp.SecretOf(WebhookScheme.Notion)]);
        using var other = await TellAsync("secret_of_somebody_else_00000000");
        other.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("slack", "application/x-www-form-urlencoded", 401)]
    [InlineData("stripe", "application/x-www-form-urlencoded", 415)]
    [InlineData("stripe", "text/xml", 415)]
    [InlineData("nobody", "text/xml", 415)]
    public async Task The_content_type_is_checked_whoever_is_asked(string source, string contentType, int status)
    {
        foreach (var engagement in new[] { "acme", "made-up" })
        {
            using var answer = await world.App.Stranger.PostAsync(new Uri($"engagements/{engagement}/webhooks/{source}", UriKind.Relative), new StringContent("a=b", Encoding.UTF8, contentType));
            ((int)answer.StatusCode).ShouldBe(status);
        }
    }

    private Task<HttpResponseMessage> TellAsync(string token) => world.App.Stranger.PostAsync(
        new Uri("engagements/acme/webhooks/notion", UriKind.Relative), new StringContent($$"""{"verification_token":"{{token}}"}""", Encoding.UTF8, "application/json"));

    private static ByteArrayContent With(HttpContent before, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = before.Headers.ContentType;
        return content;
    }

    private static void Repeat(HttpRequestMessage request)
    {
        foreach (var (name, values) in request.Headers.ToList())
            request.Headers.TryAddWithoutValidation(name, values);
    }
}
