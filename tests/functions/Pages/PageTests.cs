using System.Net;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Logbook;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Pages;

public sealed class PageTests(ServedClient served) : IClassFixture<ServedClient>
{
    [Theory]
    [InlineData("engagements/acme/board")]
    [InlineData("engagements/acme/documents")]
    [InlineData("portfolio")]
    public async Task A_page_keeps_to_its_reader_and_shows_a_hostile_name_as_text(string address)
    {
        using var response = await served.App.Client.GetAsync(address);
        var page = await served.App.Client.GetPageAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        page.QuerySelectorAll("script, b").ShouldBeEmpty();
        page.Body!.TextContent.ShouldContain("<b>Acme</b> & \"Sœurs\"");
        page.DocumentElement.GetAttribute("lang").ShouldStartWith("en");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelector("main").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("engagements/acme/board?lang=fr", "Indicateurs")]
    [InlineData("engagements/acme/documents?lang=fr", "Aucun document")]
    [InlineData("portfolio?lang=fr", "Portefeuille clients")]
    public async Task A_page_comes_in_the_language_that_is_asked_for_and_its_links_stay_in_it(string address, string says)
    {
        var page = await served.App.Client.GetPageAsync(address);

        page.DocumentElement.GetAttribute("lang").ShouldStartWith("fr");
        page.Body!.TextContent.ShouldContain(says);
        page.QuerySelectorAll("nav a").Where(link => link.GetAttribute("hreflang") is null).ShouldAllBe(link => link.GetAttribute("href")!.Contains("lang=fr"));
    }

    [Fact]
    public async Task Links_carry_the_key_that_came_in_the_address_and_no_other()
    {
        var asked = await served.App.Stranger.GetPageAsync($"engagements/acme/board?code={RunningApp.Key}");
        var signed = await served.App.Client.GetPageAsync("engagements/acme/board");

        asked.QuerySelectorAll("a").ShouldAllBe(link => link.GetAttribute("href")!.Contains($"code={RunningApp.Key}"));
        signed.Body!.InnerHtml.ShouldNotContain(RunningApp.Key);
    }

    [Fact]
    public async Task What_is_late_stands_on_the_board_with_its_owner()
    {
        await served.App.WithAsync<IStateStore, LogItem>(state => new LogbookStore(state, new ManualTime()).AddAsync(
            EngagementId.Parse("acme"),
            new NewLogItem { Kind = LogKind.Action, Text = "Call <the> bank", Day = new(2026, 1, 1), Owner = "ann", Due = new(2026, 1, 2) }));

        var page = await served.App.Client.GetPageAsync("engagements/acme/board");
        var portfolio = await served.App.Client.GetPageAsync("portfolio");

        var late = page.QuerySelector("section[aria-labelledby=late]")!.TextContent;
        late.ShouldContain("Call <the> bank");
        late.ShouldContain("3 days late");
        late.ShouldContain("Ann <script>");
        portfolio.Body!.TextContent.ShouldContain("1 action late");
    }

    [Theory]
    [InlineData("engagements/nobody/board")]
    [InlineData("engagements/nobody/documents")]
    [InlineData("engagements/acme/documents/en/engagement-brief.html")]
    [InlineData("engagements/acme/documents/..%2f..%2fengagement.yaml")]
    [InlineData("engagements/acme/documents/en/..%2f..%2f..%2fengagement.yaml")]
    [InlineData("engagements/acme/documents/en/engagement-brief.yaml")]
    public async Task What_is_not_there_is_not_found_as_page_or_as_problem(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        using var page = await served.App.Client.SendAsync(request);
        using var problem = await served.App.Client.GetAsync(address);

        (page.StatusCode, problem.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        problem.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task An_engagement_with_errors_says_what_to_mend_and_hides_no_other()
    {
        await served.App.RegisterAsync("broken", "id: broken\nname: Broken\n");

        using var board = await served.App.Client.GetAsync("engagements/broken/board");
        var portfolio = await served.App.Client.GetPageAsync("portfolio?lang=en");

        board.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await board.Content.ReadAsStringAsync()).ShouldContain("start");
        portfolio.QuerySelectorAll("tbody th").Select(cell => cell.TextContent).ShouldBe(["broken", "<b>Acme</b> & \"Sœurs\""]);
    }

    [Theory]
    [InlineData("unsubscribe/nonsense", 404)]
    [InlineData("unsubscribe/a.b", 404)]
    public async Task A_link_that_is_none_of_ours_ends_nothing(string address, int status)
    {
        using var shown = await served.App.Stranger.GetAsync(address);
        using var posted = await served.App.Stranger.PostAsync(address, null);

        ((int)shown.StatusCode, (int)posted.StatusCode).ShouldBe((status, status));
    }
}
