namespace OpsAutomation.Ops.Tests;

public sealed class ChecklistTests : IAsyncLifetime
{
    private readonly OpsRun ops = new("fr_FR.UTF-8");

    public async ValueTask InitializeAsync() =>
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "fr", "--start", "2025-12-01");

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_checklist_is_started_listed_ticked_and_done()
    {
        (await ops.DoAsync("checklist", "start", "checklist-weekly", "-e", "lumen", "--day", "2026-01-05", "--by", "Anna")).Replace("\u00a0", " ", StringComparison.Ordinal).Replace("\u202f", " ", StringComparison.Ordinal).ShouldStartWith("CL-1 démarrée : Check-list : routine de la semaine, 13 lignes\n");
        (await ops.DoAsync("checklist", "list", "-e", "lumen")).ShouldContain("0/13");

        (await ops.DoAsync("checklist", "tick", "CL-1-1", "-e", "lumen", "--by", "Anna", "--note", "import 4")).ShouldEndWith("1 sur 13\n");

        (await ops.DoAsync("checklist", "list", "CL-1", "-e", "lumen")).ShouldContain("☑ 5 janv. 2026, Anna");
        var line = (await ops.JsonAsync("checklist", "list", "-e", "lumen"))[0].GetProperty("lines")[0];
        (line.GetProperty("id").GetString(), line.GetProperty("doneBy").GetString(), line.GetProperty("note").GetString()).ShouldBe(("CL-1-1", "Anna", "import 4"));
        for (var number = 2; number <= 13; number++)
            await ops.DoAsync("checklist", "tick", $"CL-1-{number}", "-e", "lumen", "--by", "Anna");
        (await ops.DoAsync("checklist", "list", "-e", "lumen")).ShouldBe("Aucune check-list n'est en cours.\n");
        (await ops.DoAsync("checklist", "list", "--all", "-e", "lumen")).ShouldContain("13/13");
    }

    [Fact]
    public async Task Days_count_from_the_day_given_and_what_is_past_is_late()
    {
        await ops.DoAsync("checklist", "start", "checklist-gdpr-request", "-e", "lumen", "--day", "2025-12-29", "--for", "Demande 7");

        (await ops.DoAsync("checklist", "list", "CL-1", "-e", "lumen")).ShouldContain("31 déc. 2025 (en retard)");
        (await ops.DoAsync("checklist", "list", "-e", "lumen")).ShouldContain("Demande 7");
    }

    [Fact]
    public async Task What_is_no_checklist_is_refused()
    {
        var outcome = await ops.RunAsync("checklist", "start", "raci", "-e", "lumen");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("aucune ligne à cocher");
    }

    [Theory]
    [InlineData("CL-4-1")]
    [InlineData("nothing")]
    public async Task A_line_that_is_not_there_is_refused(string line)
    {
        var outcome = await ops.RunAsync("checklist", "tick", line, "-e", "lumen", "--by", "Anna");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("ops checklist list");
    }
}
