using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Functions.Triggers;
using OpsAutomation.Jobs;
using OpsAutomation.Logbook;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Isolation;

/// <summary>How each function is driven for a client, and what the other must not get of it, in the order of the work.</summary>
internal static partial class FunctionScenarios
{
    /// <summary>By the function's name.</summary>
    public static IReadOnlyList<(string Function, Func<TwoClients, TwoClients.Client, TwoClients.Client, Task> DriveAsync)> All { get; } =
    [
        ("UploadExport", UploadAsync),
        ("IngestExport", (app, client, stranger) => SeenAsync(app, client, "board", client.Amount / 1000 + ",")),
        ("ComputeKpis", (app, client, stranger) => SeenAsync(app, client, "board", client.Amount / 1000 + ",")),
        ("ReceiveWebhook", HookAsync),
        ("HandleWebhook", LoggedAsync),
        ("DeliverEvent", (app, client, _) => SendAsync(app, JobQueues.Events, $$"""{"engagement":"{{client.Id}}","key":"none","event":"none","endpoint":"none","attempt":1}""")),
        ("PullExports", (app, _, _) => app.App.TickAsync<PullExports>()),
        ("RefreshKpis", (app, _, _) => app.App.TickAsync<RefreshKpis>()),
        ("PublishDueDocuments", (app, _, _) => app.App.TickAsync<PublishDueDocuments>()),
        ("CheckHeartbeats", (app, _, _) => app.App.TickAsync<CheckHeartbeats>()),
        ("GenerateDocument", (app, client, _) => SeenAsync(app, client, "documents", ".docx")),
        ("SendDueDigests", (app, _, _) => app.App.TickAsync<SendDueDigests>()),
        ("SendDigest", (app, client, _) => MailAsync(app, client)),
        ("ShowBoard", (app, client, stranger) => PageAsync(app, client, stranger, "board")),
        ("ListDocuments", (app, client, stranger) => PageAsync(app, client, stranger, "documents")),
        ("GetDocument", DocumentsAsync),
        ("GetKpiFeed", FeedAsync),
        ("ShowPortfolio", PortfolioAsync),
        ("Unsubscribe", (app, client, stranger) => LinksAsync(app, client, stranger, "unsubscribe")),
        ("ActOnItem", (app, client, stranger) => LinksAsync(app, client, stranger, "act")),
        ("Health", HealthAsync),
        .. JobQueues.All.Select(queue => ("ReportPoison" + char.ToUpperInvariant(queue[0]) + queue[1..], (Func<TwoClients, TwoClients.Client, TwoClients.Client, Task>)((app, client, _) => PoisonAsync(app, client, queue)))),
    ];

    private static async Task UploadAsync(TwoClients app, TwoClients.Client client, TwoClients.Client stranger)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(client.Deals));
        using var response = await app.App.Client.PostAsync($"engagements/{client.Id}/exports?file=deals.csv&taken=2026-01-05", content);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        stranger.ShowsIn(await response.Content.ReadAsStringAsync()).ShouldBeFalse();
        using var refused = await app.App.Stranger.PostAsync($"engagements/{client.Id}/exports?file=deals.csv", new ByteArrayContent([1]));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Task SeenAsync(TwoClients app, TwoClients.Client client, string page, string text) =>
        Eventually.ComesTrueAsync(async () => (await app.App.Client.GetStringAsync($"engagements/{client.Id}/{page}")).Contains(text, StringComparison.Ordinal));

    private static async Task HookAsync(TwoClients app, TwoClients.Client client, TwoClients.Client stranger)
    {
        (await PostAsync(stranger.Token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(client.Token)).ShouldBe(HttpStatusCode.Accepted);

        async Task<HttpStatusCode> PostAsync(string token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"engagements/{client.Id}/webhooks/zapier");
            // The same id for each client: what one has sent is not known of the other.
            request.Content = new StringContent($$"""[{"type":"deal.lost","reason":"Lost {{client.Mark}}"},{"type":"deal.won","reason":"Decide {{client.Mark}}"}]""", Encoding.UTF8, "application/json");
            request.Headers.Add("Idempotency-Key", "e1");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await app.App.Stranger.SendAsync(request);
            return response.StatusCode;
        }
    }

    private static Task LoggedAsync(TwoClients app, TwoClients.Client client, TwoClients.Client stranger) =>
        Eventually.ComesTrueAsync(() => app.App.WithAsync<IStateStore, bool>(async state =>
        {
            var texts = (await new LogbookStore(state, app.Time).ListAsync(client.Engagement)).Select(item => item.Text).ToList();
            texts.ShouldAllBe(text => !stranger.ShowsIn(text));
            return texts.Count == 2;
        }));

    private static async Task MailAsync(TwoClients app, TwoClients.Client client) => await Eventually.FindAsync(() => Task.FromResult(Mails(app, client).FirstOrDefault()));

    private static IEnumerable<string> Mails(TwoClients app, TwoClients.Client client)
    {
        var folder = Path.Combine(app.App.Home, "outbox", client.Id);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*claire*") : [];
    }

    private static async Task PageAsync(TwoClients app, TwoClients.Client client, TwoClients.Client stranger, string page)
    {
        var html = await app.App.Client.GetStringAsync($"engagements/{client.Id}/{page}");
        (client.ShowsIn(html), stranger.ShowsIn(html)).ShouldBe((true, false), page);
        var ways = new List<string> { $"engagements/{client.Id}/{page}" };
        // A link in the other's mail opens the other's page alone.
        ways.AddRange(Readers().Matches(Text(Mails(app, stranger).First())).Select(match => $"engagements/{client.Id}/{page}?t={match.Groups["token"].Value}"));
        ways.Count.ShouldBeGreaterThan(1);
        foreach (var way in ways)
        {
            using var refused = await app.App.Stranger.GetAsync(way);
            refused.StatusCode.ShouldBe(way.Contains("?t=", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized);
            (client.ShowsIn(await refused.Content.ReadAsStringAsync()), stranger.ShowsIn(await refused.Content.ReadAsStringAsync())).ShouldBe((false, false));
        }
    }

    private static async Task DocumentsAsync(TwoClients app, TwoClients.Client client, TwoClients.Client stranger)
    {
        var page = await app.App.Client.GetPageAsync($"engagements/{client.Id}/documents");
        var links = page.QuerySelectorAll("a[href*='documents/']").Select(link => link.GetAttribute("href")!).ToList();
        links.ShouldNotBeEmpty();
        var token = Readers().Match(Text(Mails(app, client).First())).Groups["token"].Value;
        foreach (var link in links.Take(6))
        {
            var path = link[(link.IndexOf("documents/", StringComparison.Ordinal) + "documents/".Length)..];
            stranger.ShowsIn(Encoding.Latin1.GetString(await app.App.Client.GetByteArrayAsync($"engagements/{client.Id}/documents/{path}"))).ShouldBeFalse(path);
            foreach (var way in new[] { $"../../{stranger.Id}/documents/{path}", $"..%2F..%2F{stranger.Id}%2Fdocuments%2F{path}", $"%2e%2e/%2e%2e/{stranger.Id}/blobs/documents/{path}", $"..%5C..%5C{stranger.Id}%5C{path}", "%2Fetc%2Fpasswd", "..%00/x" })
            {
                // As it is sent, without a client that straightens the path, and with all that the client's own reader holds.
                var address = new Uri(app.App.Stranger.BaseAddress + $"engagements/{client.Id}/documents/{way}?t={token}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
                using var answer = await app.App.Stranger.GetAsync(address);
                stranger.ShowsIn(Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync())).ShouldBeFalse(way);
                answer.IsSuccessStatusCode.ShouldBeFalse(way);
            }
        }
    }

    private static async Task FeedAsync(TwoClients app, TwoClients.Client client, TwoClients.Client stranger)
    {
        foreach (var format in new[] { "csv", "json" })
        {
            stranger.ShowsIn(await app.App.Stranger.GetStringAsync($"engagements/{client.Id}/kpis.{format}?token={client.Feed}")).ShouldBeFalse();
            using var refused = await app.App.Stranger.GetAsync($"engagements/{client.Id}/kpis.{format}?token={stranger.Feed}");
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    private static async Task PortfolioAsync(TwoClients app, TwoClients.Client client, TwoClients.Client stranger)
    {
        // Made to show every client, to the OBM alone.
        client.ShowsIn(await app.App.Client.GetStringAsync("portfolio")).ShouldBeTrue();
        using var refused = await app.App.Stranger.GetAsync("portfolio");
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (client.ShowsIn(await refused.Content.ReadAsStringAsync()), stranger.ShowsIn(await refused.Content.ReadAsStringAsync())).ShouldBe((false, false));
    }

    // Every link of a client's mails opens what is the client's; with the other's id in its payload it opens nothing.
    private static async Task LinksAsync(TwoClients app, TwoClients.Client client, TwoClients.Client stranger, string route)
    {
        var tokens = Token().Matches(Text(Mails(app, client).First())).Where(match => match.Groups["route"].Value == route).Select(match => match.Groups["token"].Value).Distinct(StringComparer.Ordinal).ToList();
        tokens.ShouldNotBeEmpty(route);
        foreach (var token in tokens)
        {
            var shown = await app.App.Stranger.GetStringAsync($"{route}/{token}");
            (client.ShowsIn(shown), stranger.ShowsIn(shown)).ShouldBe((true, false));
            var parts = token.Split('.');
            var text = parts[0].Replace('-', '+').Replace('_', '/');
            var payload = Encoding.UTF8.GetString(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
            payload.ShouldContain($"\n{client.Id}\n");
            var forged = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload.Replace($"\n{client.Id}\n", $"\n{stranger.Id}\n", StringComparison.Ordinal))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var request = new HttpRequestMessage(method, $"{route}/{forged}.{parts[1]}");
                using var refused = await app.App.Stranger.SendAsync(request);
                refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            }
        }
    }

    private static async Task HealthAsync(TwoClients app, TwoClients.Client client, TwoClients.Client stranger)
    {
        foreach (var http in new[] { app.App.Client, app.App.Stranger })
            client.ShowsIn(await http.GetStringAsync("health")).ShouldBeFalse();
    }

    private static async Task PoisonAsync(TwoClients app, TwoClients.Client client, string queue)
    {
        await SendAsync(app, queue + JobQueues.PoisonSuffix, $$"""{"engagement":"{{client.Id}}","key":"{{client.Mark}}/{{queue}}","blob":"none","file":"{{client.Mark}}.csv"}""");
    }

    private static Task SendAsync(TwoClients app, string queue, string message) => app.App.WithAsync<IJobQueue, bool>(async jobs =>
    {
        await jobs.SendAsync(queue, message);
        return true;
    });

    // The parts of a mail as a reader sees them, with the lines of the headers put together.
    private static string Text(string mail)
    {
        var raw = File.ReadAllText(mail);
        var parts = Encoded().Matches(raw).Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups["body"].Value)));
        return Unfolded().Replace(raw, "") + "\n" + System.Net.WebUtility.HtmlDecode(string.Join('\n', parts)) + "\n" + raw.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\r?\n(?:[^\r\n]+\r?\n)*\r?\n(?<body>[A-Za-z0-9+/=\r\n]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Encoded();

    [GeneratedRegex(@"\?t=(?<token>[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Readers();

    [GeneratedRegex(@"https://ops\.example\.com/api/(?<route>[a-z]+)/(?<token>[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)")]
    private static partial Regex Token();

    [GeneratedRegex(@"\r?\n[ \t]+")]
    private static partial Regex Unfolded();
}
