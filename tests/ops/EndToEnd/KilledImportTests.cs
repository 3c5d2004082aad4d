using System.Text;

namespace OpsAutomation.Ops.Tests.EndToEnd;

public sealed class KilledImportTests : IDisposable
{
    private readonly OpsRun ops = new();
    private readonly string file;

    public KilledImportTests()
    {
        var text = new StringBuilder("Deal ID,Deal Name,Deal Stage,Amount,Create Date,Close Date\n");
        for (var row = 1; row <= 40_000; row++)
            text.Append($"{row},Deal {row},{(row % 3 == 0 ? "Closed Lost" : "Closed Won")},{row % 97}.25,2026-0{1 + (row % 2)}-1{row % 9},2026-0{3 + (row % 4)}-0{1 + (row % 9)}\n");
        file = ops.Write("deals.csv", text.ToString());
    }

    [Fact]
    public async Task An_import_that_is_killed_again_and_again_ends_with_the_figures_of_a_clean_one()
    {
        var clean = Path.Combine(ops.Folder, "clean");
        var torn = Path.Combine(ops.Folder, "torn");
        foreach (var home in new[] { clean, torn })
            await DoAsync(home, "init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");
        await DoAsync(clean, "import", file, "-e", "lumen", "--taken", "2026-07-01");

        foreach (var milliseconds in new[] { 60, 150, 240, 330, 420, 600, 800 })
        {
            using var killed = OpsProcess.Start(torn, "import", file, "-e", "lumen", "--taken", "2026-07-01");
            await Task.Delay(milliseconds);
            await killed.KillAsync();
        }

        await DoAsync(torn, "import", file, "-e", "lumen", "--taken", "2026-07-01");

        (await FiguresAsync(torn)).ShouldBe(await FiguresAsync(clean));
        Directory.EnumerateFiles(torn, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_imports_at_once_are_done_one_after_the_other()
    {
        var home = ops.Home;
        await DoAsync(home, "init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");

        using var first = OpsProcess.Start(home, "import", file, "-e", "lumen");
        using var second = OpsProcess.Start(home, "import", file, "-e", "lumen");
        var outcomes = await Task.WhenAll(first.WaitAsync(), second.WaitAsync());

        // On a busy machine the second one may have waited its ten seconds in vain.
        outcomes.ShouldAllBe(outcome => outcome.ExitCode == 0 || (outcome.ExitCode == 3 && outcome.Error.Contains("Another ops command")));
        outcomes.ShouldContain(outcome => outcome.ExitCode == 0);
    }

    private static async Task DoAsync(string home, params string[] args)
    {
        using var process = OpsProcess.Start(home, args);
        var outcome = await process.WaitAsync();
        outcome.ExitCode.ShouldBe(0, outcome.Error);
    }

    private static async Task<string> FiguresAsync(string home)
    {
        using var process = OpsProcess.Start(home, "kpis", "-e", "lumen", "--from", "2026-01-01", "--to", "2026-06-30", "--json");
        var outcome = await process.WaitAsync();
        outcome.ExitCode.ShouldBe(0);
        return System.Text.RegularExpressions.Regex.Replace(outcome.Output, "\"importedAt\": ?\"[^\"]*\"", "");
    }

    public void Dispose() => ops.Dispose();
}
