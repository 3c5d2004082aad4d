using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Pulls;

namespace OpsAutomation.Core.Tests.Pulls;

public class UrlPullTests
{
    private const string Link = "  - {id: link, name: Leads, from: url, link: \"https://example.com/deals.csv\", every: day}";

    [Fact]
    public async Task A_link_is_fetched_once_a_local_day_and_enqueued_where_its_content_changed()
    {
        var world = new PullWorld(Link);
        world.Web.Content = PullWorld.Deals();

        (await world.RunAsync()).Sent.ShouldBe(1);
        (await world.RunAsync()).Sent.ShouldBe(0);
        world.Web.Asked.Count.ShouldBe(1);

        // 2026-01-05 08:00 UTC is 09:00 in Paris: the next local day begins 15 hours later.
        world.World.Time.Advance(Duration.FromHours(14));
        (await world.RunAsync()).Sent.ShouldBe(0);
        world.Web.Asked.Count.ShouldBe(1);
        world.World.Time.Advance(Duration.FromHours(1));
        (await world.RunAsync()).Sent.ShouldBe(0);
        world.Web.Asked.Count.ShouldBe(2);

        world.Web.Content = PullWorld.Deals(15_000);
        world.World.Time.Advance(Duration.FromDays(1));
        (await world.RunAsync()).Sent.ShouldBe(1);
        world.Waiting.Select(job => (job.GetProperty("file").GetString(), job.GetProperty("taken").GetString())).ShouldBe([("deals.csv", "2026-01-05"), ("deals.csv", "2026-01-07")]);
        (await world.ImportedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_content_that_comes_back_is_news()
    {
        var world = new PullWorld(Link);
        foreach (var won in new[] { 1000, 2000, 1000 })
        {
            world.Web.Content = PullWorld.Deals(won);
            (await world.RunAsync()).Sent.ShouldBe(1);
            world.World.Time.Advance(Duration.FromDays(1));
        }

        world.Waiting.Select(job => job.GetProperty("key").GetString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        (await world.ImportedAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_the_server_calls_unchanged_is_not_fetched()
    {
        var world = new PullWorld(Link);
        (world.Web.Content, world.Web.ETag) = ("a", "\"1\"");
        await world.RunAsync();
        world.World.Time.Advance(Duration.FromDays(1));
        world.Web.Content = "b";

        (await world.RunAsync()).Sent.ShouldBe(0);
        world.Web.ETag = "\"2\"";
        world.World.Time.Advance(Duration.FromDays(1));
        (await world.RunAsync()).Sent.ShouldBe(1);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "text/html; charset=utf-8")]
    [InlineData("\ufeff \n<!DOCTYPE html><title>Sign in</title>", "text/csv")]
    [InlineData("<HTML lang=fr>", null)]
    public async Task A_page_in_place_of_a_file_is_refused_with_what_to_do(string content, string? type)
    {
        var world = new PullWorld(Link);
        (world.Web.Content, world.Web.MediaType) = (content, type?.Split(';')[0]);

        await world.RunAsync();
        world.World.Time.Advance(Duration.FromHours(1));
        await world.RunAsync();

        world.Waiting.ShouldBeEmpty();
        world.World.Blobs.Paths(PullWorld.Lumen).ShouldBeEmpty();
        world.Web.Asked.Count.ShouldBe(1);
        world.Told.ShouldBe(["Atelier Lumen · Rien n'arrive de Leads"]);
        world.ToldText.ShouldContain("Publier sur le Web");

        (world.Web.Content, world.Web.MediaType) = (PullWorld.Deals(), "text/csv");
        world.World.Time.Advance(Duration.FromDays(1));
        (await world.RunAsync()).Sent.ShouldBe(1);
    }

    [Fact]
    public async Task A_link_that_was_changed_is_tried_at_once()
    {
        var world = new PullWorld(Link);
        world.Web.Fault = OpsException.Refused("No file.", "Pas de fichier.");
        await world.RunAsync();
        world.Web.Fault = null;

        world.Configure(Link.Replace("deals.csv", "leads.csv"));

        (await world.RunAsync()).Sent.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused()
    {
        var world = new PullWorld(Link, new() { LargestFile = 10 });
        world.Web.Content = "12345678901";

        await world.RunAsync();

        (await world.StatusAsync("link")).Problem!.En.ShouldStartWith("The file behind the link is larger than");
    }

    [Theory]
    [InlineData("https://docs.google.com/spreadsheets/d/1AbC-d_e/edit#gid=12", "https://docs.google.com/spreadsheets/d/1AbC-d_e/export?format=csv&gid=12")]
    [InlineData("https://docs.google.com/spreadsheets/d/1AbC/edit?usp=sharing&gid=7", "https://docs.google.com/spreadsheets/d/1AbC/export?format=csv&gid=7")]
    [InlineData("https://docs.google.com/spreadsheets/u/0/d/1AbC/edit", "https://docs.google.com/spreadsheets/d/1AbC/export?format=csv")]
    [InlineData("https://docs.google.com/spreadsheets/d/1AbC/", "https://docs.google.com/spreadsheets/d/1AbC/export?format=csv")]
    [InlineData("https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml", "https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?output=csv")]
    [InlineData("https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml?gid=3&single=true", "https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?output=csv&gid=3&single=true")]
    [InlineData("https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?output=csv", "https://docs.google.com/spreadsheets/d/e/2PACX-1v/pub?output=csv")]
    [InlineData("https://docs.google.com/spreadsheets/d/1AbC/export?format=xlsx", "https://docs.google.com/spreadsheets/d/1AbC/export?format=xlsx")]
    [InlineData("https://example.com/spreadsheets/d/1AbC/edit", "https://example.com/spreadsheets/d/1AbC/edit")]
    public void The_link_of_a_sheet_becomes_the_one_that_downloads_it(string link, string download) =>
        SheetLink.Of(new(link)).AbsoluteUri.ShouldBe(download);

    [Theory]
    [InlineData(PullSchedule.Hour, "2026-12-31T23")]
    [InlineData(PullSchedule.Day, "2026-12-31")]
    [InlineData(PullSchedule.Week, "2026-W53")]
    public void A_moment_belongs_to_an_hour_a_day_and_a_week(PullSchedule every, string period) =>
        UrlPull.PeriodOf(every, new(2026, 12, 31, 23, 59)).ShouldBe(period);

    [Theory]
    [InlineData("export", "text/csv", "export.csv")]
    [InlineData("export", null, "export.csv")]
    [InlineData("export", "application/json", "export.json")]
    [InlineData("export.php", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "export.php.xlsx")]
    [InlineData("Export.XLSX", "application/octet-stream", "Export.XLSX")]
    public void A_file_has_the_ending_of_what_it_is(string name, string? type, string file) => ExportNames.WithEnding(name, type).ShouldBe(file);
}
