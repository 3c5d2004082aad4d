namespace OpsAutomation.Ops.Tests;

public sealed class MissingEngagementTests : IDisposable
{
    private readonly OpsRun ops = new();

    [Fact]
    public async Task An_empty_home_says_how_to_create_an_engagement()
    {
        var outcome = await ops.RunAsync("kpis", "-e", "lumen");

        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldBe("");
        outcome.Error.ShouldBe(
            $"There is no engagement lumen in {ops.Home}. There is none yet. To create it: ops init lumen --name NAME --lang en --start DATE\n");
    }

    [Fact]
    public async Task The_engagements_that_exist_are_listed_and_the_nearest_is_named()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");
        await ops.DoAsync("init", "other", "--name", "Other", "--lang", "en", "--start", "2026-01-05");

        (await ops.RunAsync("kpis", "-e", "lumne")).Error.ShouldContain("Did you mean lumen? There are: lumen, other.");
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_file_line_and_field_in_the_engagements_language()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "fr", "--start", "2026-01-05");
        var file = Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml");
        await File.WriteAllTextAsync(file, "id: lumen\nname: Lumen\nlocale: fr-FR\nstart: lundi\n");

        var outcome = await ops.RunAsync("kpis", "-e", "lumen");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain(file);
        outcome.Error.ShouldContain("4");
        outcome.Error.ShouldContain("start");
        outcome.Error.ShouldContain("est attendue");
    }

    [Fact]
    public async Task Another_command_on_the_home_makes_this_one_fail_as_safe_to_repeat()
    {
        using var other = await Local.LocalHome.OpenAsync(ops.Home, ops.Time);

        var outcome = await ops.RunAsync("kpis", "-e", "lumen");

        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldStartWith("Another ops command is working in");
    }

    public void Dispose() => ops.Dispose();
}
