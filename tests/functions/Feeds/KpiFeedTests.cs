using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Feeds;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Feeds;

public sealed class KpiFeedTests(ServedClient served) : IClassFixture<ServedClient>
{
    private const string Csv = "engagements/acme/kpis.csv";

    [Fact]
    public async Task A_token_opens_both_formats_by_header_and_by_query_and_a_known_version_is_not_sent_again()
    {
        var token = await TokenAsync("sheets");
        using var byQuery = await served.App.Stranger.GetAsync($"{Csv}?token={token}");
        using var byHeader = await GetAsync("engagements/acme/kpis.json", token);

        (byQuery.StatusCode, byQuery.Content.Headers.ContentType!.ToString()).ShouldBe((HttpStatusCode.OK, "text/csv; charset=utf-8"));
        (await byQuery.Content.ReadAsStringAsync()).ShouldStartWith("engagement,kpi,label,unit,currency,");
        byQuery.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        byQuery.Content.Headers.ContentDisposition!.FileName.ShouldBe("kpis-acme.csv");
        byHeader.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        JsonDocument.Parse(await byHeader.Content.ReadAsStringAsync()).RootElement.GetProperty("schema").GetInt32().ShouldBe(1);

        using var again = await GetAsync(Csv, token, byQuery.Headers.ETag);
        (again.StatusCode, again.Headers.ETag).ShouldBe((HttpStatusCode.NotModified, byQuery.Headers.ETag));
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        using var changed = await GetAsync(Csv, token, new("\"another\""));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whatever_is_wrong_looks_the_same()
    {
        var token = await TokenAsync("looker");
        await served.App.RegisterAsync("other", "id: other\nname: Other\nlocale: en-GB\nstart: 2026-01-05\n");
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in new[] { Csv, "engagements/acme/kpis.csv?token=feed_x", $"engagements/acme/kpis.xml?token={token}", $"engagements/other/kpis.csv?token={token}", $"engagements/none/kpis.csv?token={token}", $"engagements/A%20B/kpis.csv?token={token}" })
        {
            using var answer = await served.App.Stranger.GetAsync(address);
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
            answers.Add($"{(int)answer.StatusCode} {string.Join('|', headers)} {await answer.Content.ReadAsStringAsync()}");
        }

        answers.ShouldHaveSingleItem().ShouldStartWith("401 ");
        // The functions' key opens no feed.
        using var keyed = await served.App.Client.GetAsync(Csv);
        keyed.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_revoked_token_opens_nothing_at_once()
    {
        var token = await TokenAsync("power-bi");
        using (var before = await GetAsync(Csv, token))
            before.StatusCode.ShouldBe(HttpStatusCode.OK);
        await served.App.WithAsync<IStateStore, bool>(async state =>
        {
            await new FeedTokens(state, new ManualTime()).RevokeAsync(EngagementId.Parse(ServedClient.Id), "power-bi", null);
            return true;
        });

        using var after = await GetAsync(Csv, token);
        after.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task<string> TokenAsync(string name) =>
        served.App.WithAsync<IStateStore, string>(state => new FeedTokens(state, new ManualTime()).AddAsync(EngagementId.Parse(ServedClient.Id), name, null));

    private async Task<HttpResponseMessage> GetAsync(string address, string token, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", token);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        return await served.App.Stranger.SendAsync(request);
    }
}
