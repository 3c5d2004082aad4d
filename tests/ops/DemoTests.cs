namespace OpsAutomation.Ops.Tests;

public sealed class DemoTests(DemoTests.Made made) : IClassFixture<DemoTests.Made>
{
    private readonly OpsRun ops = made.Ops;

    private string Folder => Path.Combine(ops.Folder, "demo");

    [Fact]
    public async Task The_demo_shows_the_whole_flow_of_both_companies_and_can_be_run_again()
    {
        var first = await made.DoAsync();
        var mails = Mails();
        var again = await ops.DoAsync("demo", "--out", Folder);

        again.ShouldBe(first);
        Mails().ShouldBe(mails);
        mails.Count.ShouldBe(2);
        mails.ShouldContain(mail => mail.StartsWith("studio-mareva/2026-11-16-elise@", StringComparison.Ordinal));
        mails.ShouldContain(mail => mail.StartsWith("kestrel/2026-11-16-ruth@", StringComparison.Ordinal));
        foreach (var digest in new[] { "digest-fr.html", "digest-en.html" })
            new FileInfo(Path.Combine(Folder, digest)).Length.ShouldBeInRange(2_000, 100_000);
        Directory.GetFiles(Path.Combine(Folder, "documents", "studio-mareva", "fr"), "*.docx").Length.ShouldBe(DefaultPlan.Count);
        Directory.GetFiles(Path.Combine(Folder, "documents", "kestrel", "en"), "*.html").Length.ShouldBe(DefaultPlan.Count);
    }

    [Fact]
    public async Task The_figures_of_the_demo_are_those_of_the_samples()
    {
        await made.DoAsync();

        var kpis = await ops.JsonAsync("kpis", "-e", "studio-mareva", "--at", "2026-11-16", "--home", Path.Combine(Folder, "home"));

        // Added up by hand from samples/fr: one deal won from 9 to 15 November 2026, five invoices overdue on its last day.
        decimal? Figure(string id) => kpis.EnumerateArray().Single(kpi => kpi.GetProperty("id").GetString() == id).GetProperty("value").GetDecimal();
        Figure("sales.won-amount").ShouldBe(22_000m);
        Figure("finance.overdue-amount").ShouldBe(21_350m);
        Figure("finance.cash").ShouldBe(126_300m);
        Figure("finance.revenue").ShouldBe(21_700m);
    }

    [Fact]
    public async Task A_home_that_no_demo_made_is_left_alone()
    {
        var folder = Path.Combine(ops.Folder, "mine");
        var home = Directory.CreateDirectory(Path.Combine(folder, "home")).FullName;
        await File.WriteAllTextAsync(Path.Combine(home, "mine.txt"), "mine");

        var outcome = await ops.RunAsync("demo", "--out", folder);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("--out");
        File.Exists(Path.Combine(home, "mine.txt")).ShouldBeTrue();
    }

    private List<string> Mails()
    {
        var outbox = Path.Combine(Folder, "home", "outbox");
        return [.. Directory.GetFiles(outbox, "*.eml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(outbox, file)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The demo, made once; made again it is the same.</summary>
    public sealed class Made : IDisposable
    {
        private Task<string>? said;

        internal OpsRun Ops { get; } = new();

        public void Dispose() => Ops.Dispose();

        /// <summary>Makes it unless it is there, and gives what was said.</summary>
        internal Task<string> DoAsync() => said ??= Ops.DoAsync("demo", "--out", Path.Combine(Ops.Folder, "demo"));
    }
}
