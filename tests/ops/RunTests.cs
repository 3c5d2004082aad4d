namespace OpsAutomation.Ops.Tests;

public sealed class RunTests : IAsyncLifetime
{
    private readonly OpsRun ops = new();

    private string Outbox => Path.Combine(ops.Home, "outbox", "lumen");

    public async ValueTask InitializeAsync()
    {
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "fr", "--start", "2025-12-01");
        await AddRecipientsAsync(reviewed: false);
        var file = ops.Write("deals.csv", "Deal ID;Deal Name;Deal Stage;Amount;Create Date;Close Date\n1;A;Closed Won;1200,50;2025-12-01;2025-12-31\n");
        await ops.DoAsync("import", file, "-e", "lumen");
    }

    [Fact]
    public async Task A_run_publishes_documents_and_sends_what_is_due_and_the_next_one_does_nothing()
    {
        var first = await ops.DoAsync("run", "-e", "lumen");
        var second = await ops.DoAsync("run", "-e", "lumen");

        first.ShouldContain("Publié\u00a0: ");
        first.ShouldContain("Point pour Claire\u00a0: ");
        second.ShouldNotContain("Publié");
        second.ShouldEndWith("Rien d'autre n'était dû.\n");
        Directory.GetFiles(Outbox).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_of_a_day_does_what_is_due_by_its_end()
    {
        await ops.DoAsync("run", "-e", "lumen", "--at", "2026-01-12");
        await ops.DoAsync("run", "-e", "lumen", "--at", "2026-01-12");

        Directory.GetFiles(Outbox).Select(Path.GetFileName).ShouldHaveSingleItem()!.ShouldStartWith("2026-01-12-claire@lumen.example-");
    }

    [Fact]
    public async Task A_reader_whose_digest_is_to_be_approved_gets_it_after_the_approval()
    {
        await AddRecipientsAsync(reviewed: true);

        (await ops.DoAsync("run", "-e", "lumen")).ShouldContain("attend sa validation");
        Directory.GetFiles(Outbox).ShouldAllBe(file => file.Contains("obm@studio.example", StringComparison.Ordinal));
        await ops.DoAsync("digest", "-e", "lumen", "--approve", "--by", "léa", "--sentence", "Bravo à toute l'équipe.");
        await ops.DoAsync("run", "-e", "lumen");

        var mail = await File.ReadAllTextAsync(Directory.GetFiles(Outbox).Single(file => file.Contains("claire@lumen.example", StringComparison.Ordinal)));
        mail.ShouldContain("Bravo =C3=A0 toute l'=C3=A9quipe.");
    }

    [Fact]
    public async Task The_command_that_the_draft_names_approves_it_also_days_later()
    {
        await AddRecipientsAsync(reviewed: true);
        ops.Time.Advance(NodaTime.Duration.FromDays(2));
        await ops.DoAsync("run", "-e", "lumen");
        var draft = await File.ReadAllTextAsync(Directory.GetFiles(Outbox).Single());
        var command = draft.Replace("=\r\n", "", StringComparison.Ordinal).ReplaceLineEndings(" ");
        command.ShouldContain("ops digest -e lumen --to claire --at 2026-01-05 --approve");

        ops.Time.Advance(NodaTime.Duration.FromDays(1));
        await ops.DoAsync("digest", "-e", "lumen", "--to", "claire", "--at", "2026-01-05", "--approve");
        await ops.DoAsync("run", "-e", "lumen");

        Directory.GetFiles(Outbox).Length.ShouldBe(2);
        Directory.GetFiles(Outbox).Count(file => file.Contains("claire@lumen.example", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_sentence_goes_with_an_approval_and_has_30_words_at_most()
    {
        await AddRecipientsAsync(reviewed: true);

        (await ops.RunAsync("digest", "-e", "lumen", "--send", "--sentence", "Bravo.")).ExitCode.ShouldBe(2);
        (await ops.RunAsync("digest", "-e", "lumen", "--approve", "--sentence", string.Concat(Enumerable.Repeat("mot ", 31)))).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_preview_is_a_file_and_sends_nothing()
    {
        var file = Path.Combine(ops.Folder, "preview", "digest.html");

        (await ops.DoAsync("digest", "-e", "lumen", "--preview", file)).ShouldContain("rien n'a été envoyé");

        (await File.ReadAllTextAsync(file)).ShouldContain("Atelier Lumen");
        Directory.Exists(Outbox).ShouldBeFalse();
    }

    [Fact]
    public async Task A_digest_is_sent_once_and_corrected_when_its_figures_change()
    {
        (await ops.DoAsync("digest", "-e", "lumen", "--send")).ShouldContain("envoyé");
        (await ops.DoAsync("digest", "-e", "lumen", "--send")).ShouldContain("déjà envoyé");
        Directory.GetFiles(Outbox).Length.ShouldBe(1);
        (await ops.RunAsync("digest", "-e", "lumen", "--send", "--correct")).ExitCode.ShouldBe(1);

        await ops.DoAsync("import", ops.Write("late.csv", "Deal ID;Deal Name;Deal Stage;Amount;Create Date;Close Date\n2;B;Closed Won;5000,00;2025-12-01;2025-12-30\n"), "-e", "lumen");
        (await ops.DoAsync("digest", "-e", "lumen", "--send", "--correct")).ShouldContain("Rectificatif");

        Directory.GetFiles(Outbox).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_paused_reader_gets_nothing_until_resumed()
    {
        (await ops.DoAsync("digest", "pause", "-e", "lumen", "--to", "claire")).ShouldContain("en pause");
        await ops.DoAsync("run", "-e", "lumen");
        Directory.Exists(Outbox).ShouldBeFalse();

        await ops.DoAsync("digest", "resume", "-e", "lumen", "--to", "claire");
        await ops.DoAsync("run", "-e", "lumen");

        Directory.GetFiles(Outbox).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("--send", "--approve")]
    [InlineData("--to", "claire")]
    public async Task A_digest_command_does_one_thing(params string[] options)
    {
        (await ops.RunAsync(["digest", "-e", "lumen", .. options])).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_reader_that_is_not_there_is_wrong_usage_and_the_others_are_listed()
    {
        var outcome = await ops.RunAsync("digest", "-e", "lumen", "--to", "clara", "--send");

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("claire");
    }

    [Fact]
    public async Task Documents_are_written_in_three_formats_and_the_same_content_makes_no_new_version()
    {
        var output = Path.Combine(ops.Folder, "documents");

        (await ops.DoAsync("documents", "-e", "lumen", "--kind", "engagement-brief", "--out", output)).ShouldContain("version 1, nouvelle");
        (await ops.DoAsync("documents", "-e", "lumen", "--kind", "engagement-brief", "--out", output)).ShouldContain("version 1, inchangée");
        await ops.DoAsync("documents", "-e", "lumen", "--kind", "engagement-brief", "--lang", "en", "--out", output);

        Directory.GetFiles(output, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(output, file)).Order(StringComparer.Ordinal).ShouldBe([
            "en/engagement-brief.docx", "en/engagement-brief.html", "en/engagement-brief.md",
            "fr/engagement-brief.docx", "fr/engagement-brief.html", "fr/engagement-brief.md"]);
        (await ops.RunAsync("documents", "-e", "lumen", "--kind", "nothing", "--out", output)).ExitCode.ShouldBe(2);
    }

    private async Task AddRecipientsAsync(bool reviewed)
    {
        var file = Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml");
        var yaml = (await File.ReadAllTextAsync(file)).Split("\nsender:")[0];
        await File.WriteAllTextAsync(
            file,
            $"{yaml.TrimEnd()}\nsender: obm@studio.example\nrecipients:\n  - {{id: claire, name: Claire, email: claire@lumen.example, locale: fr-FR, reviewRequired: {(reviewed ? "true" : "false")}}}\n");
    }

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }
}
