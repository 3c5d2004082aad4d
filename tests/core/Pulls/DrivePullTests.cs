using NodaTime;

namespace OpsAutomation.Core.Tests.Pulls;

public class DrivePullTests
{
    private const string Files = "  - {id: files, from: drive, drive: d, folder: Exports}";

    [Fact]
    public async Task Each_file_is_pulled_once_over_pages_and_runs()
    {
        var world = new PullWorld(Files);
        for (var i = 0; i < 5; i++)
            world.Drive.Put($"f{i}", $"deals-{i}.csv", PullWorld.Deals(1000 * (i + 1)), PullWorld.Before - Duration.FromDays(i));
        world.Drive.Put("p", "picture.png", "x", PullWorld.Before);

        (await world.RunAsync()).Sent.ShouldBe(5);
        (await world.RunAsync()).Sent.ShouldBe(0);

        (await world.ImportedAsync()).Count.ShouldBe(5);
        (world.Drive.Opened, world.Drive.Resyncs).ShouldBe((5, 1));
        world.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_replaced_file_is_pulled_again_and_a_renamed_one_is_not()
    {
        var world = new PullWorld(Files);
        world.Drive.Put("f", "deals.csv", PullWorld.Deals(), PullWorld.Before, hash: "h1");
        await world.RunAsync();
        world.Drive.Put("f", "deals of january.csv", PullWorld.Deals(), PullWorld.Before, hash: "h1");
        (await world.RunAsync()).Sent.ShouldBe(0);
        world.Drive.Opened.ShouldBe(1);

        world.Drive.Put("f", "deals.csv", PullWorld.Deals(15_000), PullWorld.Before + Duration.FromMinutes(1), hash: "h2");
        (await world.RunAsync()).Sent.ShouldBe(1);
        world.Drive.Put("f", "deals.csv", PullWorld.Deals(), PullWorld.Before + Duration.FromMinutes(2), hash: "h1");
        (await world.RunAsync()).Sent.ShouldBe(1);
    }

    [Fact]
    public async Task A_cursor_that_expired_reads_all_again_and_pulls_nothing_twice()
    {
        var world = new PullWorld(Files);
        world.Drive.Put("f", "deals.csv", PullWorld.Deals(), PullWorld.Before);
        await world.RunAsync();
        world.Drive.Put("g", "more.csv", PullWorld.Deals(15_000), PullWorld.Before);
        world.Drive.Expire = true;

        (await world.RunAsync()).Sent.ShouldBe(1);

        (world.Drive.Resyncs, world.Drive.Opened).ShouldBe((2, 2));
        (await world.ImportedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_is_gone_before_it_was_read_is_no_failure()
    {
        var world = new PullWorld(Files);
        world.Drive.Put("f", "deals.csv", PullWorld.Deals(), PullWorld.Before);
        world.Drive.Fault = what =>
        {
            if (what == "open")
                world.Drive.Delete("f");
            return null;
        };

        var report = await world.RunAsync();

        (report.Sent, report.Failures.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_could_not_be_read_is_read_at_the_next_run()
    {
        var world = new PullWorld(Files);
        world.Drive.Put("f", "deals.csv", PullWorld.Deals(), PullWorld.Before);
        world.Drive.Fault = what => what == "open" ? OpsException.Retriable("Busy.", "Occupé.") : null;
        (await world.RunAsync()).Failures.Count.ShouldBe(1);
        world.Drive.Fault = null;

        (await world.RunAsync()).Sent.ShouldBe(1);
    }

    [Fact]
    public async Task A_source_that_comes_to_want_other_files_gets_those_that_were_there_before()
    {
        var world = new PullWorld("  - {id: files, from: drive, drive: d, files: \"deals*\"}");
        world.Drive.Put("f", "deals.csv", "a", PullWorld.Before);
        world.Drive.Put("g", "tickets.csv", "b", PullWorld.Before);
        (await world.RunAsync()).Sent.ShouldBe(1);

        world.Configure("  - {id: files, from: drive, drive: d, files: \"deals*\"}\n  - {id: support, from: drive, drive: d, files: \"tickets*\"}");
        (await world.RunAsync()).Sent.ShouldBe(1);

        world.Waiting[^1].GetProperty("source").GetString().ShouldBe("support");
    }

    [Fact]
    public async Task A_file_over_the_limit_is_told_once_and_not_even_opened()
    {
        var world = new PullWorld(Files, new() { LargestFile = 10 });
        world.Drive.Put("f", "deals.csv", new string('x', 11), PullWorld.Before);

        await world.RunAsync();
        await world.RunAsync();

        (world.Drive.Opened, world.Told.Count, world.Waiting.Count).ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task A_date_that_cannot_be_is_not_the_day_of_the_data()
    {
        var world = new PullWorld(Files);
        world.Drive.Put("f", "a.csv", "a", Instant.FromUtc(1980, 1, 1, 0, 0));
        world.Drive.Put("g", "b.csv", "b", world.World.Time.Now + Duration.FromDays(1));

        await world.RunAsync();

        world.Waiting.Select(job => job.TryGetProperty("taken", out var taken) ? taken.GetString() : null).ShouldBe([null, null]);
    }
}
