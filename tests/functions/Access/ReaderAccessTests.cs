using System.Net;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Logbook;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Access;

public sealed class ReaderAccessTests(LinkedClient linked) : IClassFixture<LinkedClient>
{
    private HttpClient Stranger => linked.App.Stranger;

    [Fact]
    public async Task The_link_of_a_board_shows_board_and_list_and_their_links_carry_it_on_and_no_other_clients()
    {
        var (board, _, _, _) = await linked.LinksAsync();

        var page = await Stranger.GetPageAsync(board);
        var list = await Stranger.GetPageAsync(board.Replace("/board?", "/documents?", StringComparison.Ordinal));

        page.Body!.TextContent.ShouldContain("Ask for a deposit?");
        page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")!).ShouldAllBe(href => href.Contains("t=") && !href.Contains("portfolio") && !href.Contains("code="));
        list.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")!).ShouldAllBe(href => href.Contains("t=") && !href.Contains("portfolio"));
        foreach (var href in list.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")!))
            (await StatusAsync($"engagements/acme/{href}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_link_of_a_document_opens_that_document_in_every_format_and_nothing_else()
    {
        var (_, raci, _, _) = await linked.LinksAsync();
        var query = raci[raci.IndexOf('?', StringComparison.Ordinal)..];

        (await StatusAsync(raci)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync($"engagements/acme/documents/en/raci.docx{query}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync($"engagements/acme/documents/en/raci/v1.md{query}")).ShouldBe(HttpStatusCode.OK);
        foreach (var address in new[] { "documents/en/engagement-brief.html", "documents/fr/raci.html", "documents", "board", "documents/en/raci.yaml", "documents/en/raci.html/../engagement-brief.html" })
            (await StatusAsync($"engagements/acme/{address}{query}")).ShouldBe(HttpStatusCode.NotFound, address);
        (await StatusAsync($"engagements/other/documents/en/raci.html{query}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_that_does_not_fit_is_answered_the_same_whatever_there_is()
    {
        var (board, raci, decision, unsubscribe) = await linked.LinksAsync();
        var token = board.Split("t=")[1];
        var answers = new List<string>();
        foreach (var address in new[]
        {
            $"engagements/other/board?t={token}",
            $"engagements/nobody/board?t={token}",
            $"engagements/acme/board?t={token[..^1]}{(token[^1] == 'A' ? 'E' : 'A')}",
            $"engagements/acme/board?t={raci.Split("t=")[1]}",
            $"engagements/acme/board?t={decision["act/".Length..]}",
            $"engagements/acme/board?t={unsubscribe["unsubscribe/".Length..]}",
            $"engagements/nobody/board?t=x",
            $"engagements/acme/documents/en/none.html?t={token}",
            $"act/{token}",
            "act/a.b",
            $"unsubscribe/{decision["act/".Length..]}",
        })
        {
            using var response = await Stranger.GetAsync(address);
            answers.Add($"{(int)response.StatusCode} {response.Content.Headers.ContentType} {await response.Content.ReadAsStringAsync()}");
        }

        answers.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldStartWith("404 text/html");
    }

    [Fact]
    public async Task Without_key_or_link_every_page_is_closed_alike_whether_it_is_there_or_not()
    {
        var answers = new List<string>();
        foreach (var address in new[]
        {
            "portfolio", "engagements/acme/board", "engagements/nobody/board", "engagements/acme/documents", "engagements/acme/documents/en/raci.html",
            "engagements/nobody/documents/en/raci.html", "engagements/acme/board?code=wrong", "portfolio?t=a.b", "engagements/acme/board?t=",
        })
        {
            using var response = await Stranger.GetAsync(address);
            answers.Add($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        answers.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldStartWith("401 ");
    }

    [Fact]
    public async Task No_link_opens_the_portfolio_or_uploads()
    {
        var token = (await linked.LinksAsync()).Board.Split("t=")[1];
        using var upload = await Stranger.PostAsync($"engagements/acme/exports?file=a.csv&t={token}", new ByteArrayContent("Id\n1\n"u8.ToArray()));

        upload.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync($"portfolio?t={token}")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync("portfolio?code=an-access-key-of-the-settings-0123456789")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("portfolio")]
    [InlineData("engagements/acme/board")]
    public async Task A_forged_sign_in_is_no_sign_in_where_no_platform_makes_them(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", EntraSignInTests.Principal());
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", EntraSignInTests.Lea);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-IDP", "aad");

        using var response = await Stranger.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_page_that_acts_is_kept_to_its_reader_and_acts_by_a_post_of_its_form_alone()
    {
        var decision = (await linked.LinksAsync("other")).Decision;
        using var shown = await Stranger.GetAsync(decision);
        using var empty = await Stranger.PostAsync(decision, null);
        using var json = await Stranger.PostAsync(decision, new StringContent("""{"choice":"yes"}""", System.Text.Encoding.UTF8, "application/json"));
        using var huge = await Stranger.PostAsync(decision, new FormUrlEncodedContent([new("choice", "yes"), new("note", new string('x', 20_000))]));
        using var acted = await Stranger.PostAsync(decision, new FormUrlEncodedContent([new("choice", "yes")]));
        using var again = await Stranger.PostAsync(decision, new FormUrlEncodedContent([new("choice", "no")]));

        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
        shown.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        shown.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self'");
        shown.Headers.Contains("Set-Cookie").ShouldBeFalse();
        ((int)empty.StatusCode, (int)json.StatusCode, (int)huge.StatusCode).ShouldBe((422, 422, 413));
        (await acted.Content.ReadAsStringAsync()).ShouldContain("Recorded: yes.");
        (await again.Content.ReadAsStringAsync()).ShouldContain("Answered already");
    }

    [Fact]
    public async Task Posts_that_come_at_once_act_once()
    {
        var id = EngagementId.Parse("other");
        var added = await linked.App.WithAsync<IStateStore, LogItem>(state => new LogbookStore(state, new ManualTime()).AddAsync(
            id, new NewLogItem { Kind = LogKind.Action, Text = "Call the bank", Day = new(2026, 1, 5) }));
        var address = await linked.ItemAsync("other", $"action/{added.Id}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Stranger.PostAsync(address, null)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var answer in answers)
            answer.Dispose();
        var history = await linked.App.WithAsync<IStateStore, IReadOnlyList<LogChange>>(async state => (await new LogbookStore(state, new ManualTime()).FindAsync(id, added.Id))!.History);
        history.Count.ShouldBe(2);
        (await linked.App.WithAsync<IStateStore, List<AuditEntry>>(async state => await new AuditLog(state).ListAsync(id).ToListAsync()))
            .Count(line => line.Subject == added.Id && line.Action == AuditAction.ItemClosed).ShouldBe(1);
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var response = await Stranger.GetAsync(address);
        return response.StatusCode;
    }
}
