namespace OpsAutomation.Ops.Tests.CommandLine;

public sealed class HelpTests : IDisposable
{
    private readonly OpsRun ops = new();

    [Theory]
    [InlineData("en", "Commands:", "Exit codes: 0 done")]
    [InlineData("fr", "Commandes\u00a0:", "Codes de sortie\u00a0: 0 fait")]
    public async Task The_help_lists_the_commands_in_the_language(string language, string title, string footer)
    {
        var help = await ops.DoAsync("--help", "--lang", language);

        help.ShouldContain(title);
        help.ShouldContain(footer);
        foreach (var command in new[] { "init", "inspect", "import", "kpis", "kpi", "note", "milestones", "milestone", "decision", "action", "risk", "documents", "digest", "run", "serve", "webhook", "feed", "replay", "erase", "anonymise", "improvement", "checklist", "exercise", "sop", "publish", "backup", "restore", "release", "close", "doctor" })
            help.ShouldContain($"\n  {command} ");
    }

    [Fact]
    public async Task The_help_of_a_command_shows_its_usage_and_options()
    {
        var help = await ops.DoAsync("kpis", "--help");

        help.ShouldContain("ops kpis -e ENGAGEMENT");
        help.ShouldContain("-e, --engagement ENGAGEMENT");
        help.ShouldContain("--home DIR");
    }

    [Fact]
    public async Task French_help_names_values_in_french()
    {
        foreach (var path in await PathsAsync([]))
        {
            var help = await ops.DoAsync([.. path, "--help", "--lang", "fr"]);
            help.ShouldNotMatch(@"\b(FILE|WHO|DIR|NAME|TEXT|VALUE|RECIPIENT|PROFILE|KIND|SIZE|ENGAGEMENT|COMMAND)\b", string.Join(' ', path));
        }

        (await ops.DoAsync("import", "--help", "--lang", "fr")).ShouldContain("ops import FICHIER -e MISSION [--as PROFIL] [--map FICHIER.yaml] [--taken DATE]");
        (await ops.RunAsync("import", "-e", "lumen", "--lang", "fr")).Error.ShouldBe("Il manque FICHIER. Voir\u00a0: ops import --help\n");
    }

    [Fact]
    public async Task Every_command_has_a_help_in_both_languages()
    {
        foreach (var path in await PathsAsync([]))
        {
            var english = await ops.DoAsync([.. path, "--help", "--lang", "en"]);
            var french = await ops.DoAsync([.. path, "--help", "--lang", "fr"]);
            (french.Split('\n')[0] == english.Split('\n')[0]).ShouldBeFalse(string.Join(' ', path));
            english.ShouldContain("ops " + string.Join(' ', path));
        }
    }

    [Fact]
    public async Task The_version_is_told()
    {
        (await ops.DoAsync("--version")).ShouldMatch(@"\Aops \d+\.\d+\.\d+\n\z");
    }

    private async Task<List<string[]>> PathsAsync(string[] path)
    {
        var help = await ops.DoAsync([.. path, "--help"]);
        var paths = new List<string[]>();
        foreach (var line in help.Split('\n').SkipWhile(line => line is not "Commands:").Skip(1).TakeWhile(line => line.Length > 0))
        {
            string[] found = [.. path, line.Trim().Split(' ')[0]];
            paths.Add(found);
            paths.AddRange(await PathsAsync(found));
        }

        return paths;
    }

    public void Dispose() => ops.Dispose();
}
