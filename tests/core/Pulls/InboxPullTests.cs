using NodaTime;

namespace OpsAutomation.Core.Tests.Pulls;

public class InboxPullTests
{
    [Fact]
    public async Task A_file_is_enqueued_once_with_the_day_it_was_dropped_on()
    {
        var world = new PullWorld("  - {id: crm}");
        world.Drop("hubspot-deals.csv", PullWorld.Deals());
        world.World.Time.Advance(Duration.FromDays(3));

        (await world.RunAsync()).Sent.ShouldBe(1);
        (await world.RunAsync()).Sent.ShouldBe(0);

        var job = world.Waiting.ShouldHaveSingleItem();
        (job.GetProperty("path").GetString(), job.GetProperty("file").GetString(), job.GetProperty("taken").GetString()).ShouldBe(("inbox/hubspot-deals.csv", "hubspot-deals.csv", "2026-01-05"));
        (await world.ImportedAsync()).ShouldBe(["hubspot-deals.csv"]);
    }

    [Fact]
    public async Task A_file_that_is_replaced_is_taken_again()
    {
        var world = new PullWorld("  - {id: crm}");
        world.Drop("hubspot-deals.csv", PullWorld.Deals());
        await world.RunAsync();
        await world.ImportedAsync();
        world.World.Time.Advance(Duration.FromDays(7));
        world.World.Blobs.Now = world.World.Time.Now;
        world.Drop("hubspot-deals.csv", PullWorld.Deals(13_000));

        (await world.RunAsync()).Sent.ShouldBe(1);
        (await world.RunAsync()).Sent.ShouldBe(0);

        (await world.ImportedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_folder_of_a_source_or_its_pattern_says_whose_file_it_is()
    {
        var world = new PullWorld("""
              - {id: crm, profile: hubspot.deals, full: true}
              - {id: board, files: "board*.json"}
            """);
        world.Drop("CRM/export.csv", "a");
        world.Drop("Board-1.json", "b");
        world.Drop("other/board-2.json", "c");
        world.Drop("else.csv", "d");

        await world.RunAsync();

        world.Waiting.Select(job => (job.GetProperty("path").GetString(), job.TryGetProperty("source", out var source) ? source.GetString() : null)).ShouldBe(
            [("inbox/Board-1.json", "board"), ("inbox/CRM/export.csv", "crm"), ("inbox/else.csv", null), ("inbox/other/board-2.json", "board")]);
        var crm = world.Waiting.Single(job => job.GetProperty("path").GetString() == "inbox/CRM/export.csv");
        (crm.GetProperty("profile").GetString(), crm.GetProperty("full").GetBoolean()).ShouldBe(("hubspot.deals", true));
    }

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("Thumbs.db")]
    [InlineData("~$deals.xlsx")]
    [InlineData("deals.csv.crdownload")]
    [InlineData("deals.csv.part")]
    [InlineData(".~lock.deals.csv#")]
    [InlineData(".hidden/deals.csv")]
    public async Task What_systems_and_unfinished_downloads_leave_is_not_taken(string path)
    {
        var world = new PullWorld("  - {id: crm}");
        world.Drop(path, "x");

        (await world.RunAsync()).Sent.ShouldBe(0);

        world.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_still_being_copied_is_taken_when_it_has_come_to_rest()
    {
        var world = new PullWorld("  - {id: crm}", new() { Rest = Duration.FromMilliseconds(20) });
        world.Drop("hubspot-deals.csv", PullWorld.Deals()[..100]);
        world.Blobs.AfterNextList = () => world.Drop("hubspot-deals.csv", PullWorld.Deals());

        (await world.RunAsync()).Sent.ShouldBe(0);
        (await world.RunAsync()).Sent.ShouldBe(1);

        (await world.ImportedAsync()).ShouldBe(["hubspot-deals.csv"]);
    }

    [Fact]
    public async Task An_empty_file_waits_to_be_filled_before_it_is_taken_as_empty()
    {
        var world = new PullWorld("  - {id: crm}");
        world.Drop("deals.csv", "");

        (await world.RunAsync()).Sent.ShouldBe(0);
        world.World.Time.Advance(Duration.FromMinutes(15));
        (await world.RunAsync()).Sent.ShouldBe(1);
    }

    [Fact]
    public async Task A_name_that_not_every_system_can_hold_is_told_once()
    {
        var world = new PullWorld("  - {id: crm}");
        world.Drop("deals 10:30.csv", "x");

        await world.RunAsync();
        await world.RunAsync();

        world.Waiting.ShouldBeEmpty();
        world.Told.ShouldBe(["Atelier Lumen · Un export n'a pas été récupéré"]);
        world.ToldText.ShouldContain("Renommez-le");
    }

    [Fact]
    public async Task A_name_that_cannot_be_told_now_is_told_later_and_keeps_no_file_from_being_taken()
    {
        var world = new PullWorld("  - {id: crm}");
        world.Drop("a 10:30.csv", "x");
        world.Drop("hubspot-deals.csv", PullWorld.Deals());
        world.World.Mailer.FailBefore = OpsException.Retriable("The mail service is away.", "Le service de messagerie est absent.");

        (await world.RunAsync()).Failures.Count.ShouldBe(1);
        world.Waiting.Count.ShouldBe(1);
        world.Told.ShouldBeEmpty();

        world.World.Mailer.FailBefore = null;
        (await world.RunAsync()).Failures.ShouldBeEmpty();
        await world.RunAsync();

        world.Told.ShouldBe(["Atelier Lumen · Un export n'a pas été récupéré"]);
        world.Waiting.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_pulled_for_a_closed_engagement_and_an_engagement_with_errors_stops_no_other()
    {
        var world = new PullWorld("  - {id: crm}");
        world.Drop("deals.csv", "x");
        world.World.Registry.Put(OpsAutomation.Engagements.EngagementId.Parse("a-broken"), "id: a-broken\n");

        var report = await world.RunAsync();

        (report.Sent, report.Failures.ShouldHaveSingleItem().Engagement.Value).ShouldBe((1, "a-broken"));
        var closed = OpsAutomation.Engagements.EngagementId.Parse("z-closed");
        world.World.Registry.Put(closed, "id: z-closed\nname: Z\nlocale: fr-FR\nstart: 2025-01-01\nstate: closed\n");
        world.World.Blobs[closed, "inbox/deals.csv"] = [1];
        (await world.RunAsync()).Sent.ShouldBe(0);
    }
}
