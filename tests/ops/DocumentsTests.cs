namespace OpsAutomation.Ops.Tests;

public sealed class DocumentsTests : IDisposable
{
    private readonly OpsRun ops = new();

    [Fact]
    public async Task Documents_are_written_in_three_formats_and_a_second_run_finds_nothing_new()
    {
        await ops.DoAsync("init", "nova", "--name", "Nova", "--lang", "en", "--start", "2025-12-01");
        var folder = Path.Combine(ops.Folder, "out");

        var first = await ops.DoAsync("documents", "-e", "nova", "--out", folder);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, "en", "status-30-60-90.docx"));
        var second = await ops.DoAsync("documents", "-e", "nova", "--out", folder);

        first.ShouldContain("version 1, new");
        second.ShouldNotContain(", new");
        second.ShouldNotContain("version 2");
        Directory.GetFiles(Path.Combine(folder, "en")).Length.ShouldBe(3 * DefaultPlan.Count);
        (await File.ReadAllBytesAsync(Path.Combine(folder, "en", "status-30-60-90.docx"))).ShouldBe(bytes);
    }

    [Fact]
    public async Task What_a_killed_command_left_unfinished_is_taken_over()
    {
        await ops.DoAsync("init", "nova", "--name", "Nova", "--lang", "en", "--start", "2025-12-01");
        var folder = Directory.CreateDirectory(Path.Combine(ops.Folder, "out", "en")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, ".raci.md.unfinished"), "half a docu");

        await ops.DoAsync("documents", "-e", "nova", "--kind", "raci", "--out", Path.Combine(ops.Folder, "out"));

        Directory.GetFiles(folder).Select(Path.GetFileName).ShouldBe(["raci.docx", "raci.html", "raci.md"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_handover_pack_is_one_zip_of_all_documents_with_an_index()
    {
        await ops.DoAsync("init", "nova", "--name", "Nova", "--lang", "en", "--start", "2025-12-01");
        var file = Path.Combine(ops.Folder, "pack", "nova.zip");

        var said = await ops.DoAsync("documents", "-e", "nova", "--zip", file, "--format", "html,docx");

        said.ShouldContain("nova.zip: ");
        using var zip = System.IO.Compression.ZipFile.OpenRead(file);
        zip.GetEntry("index.html").ShouldNotBeNull();
        zip.GetEntry("en/raci.docx").ShouldNotBeNull();
        zip.GetEntry("fr/continuity-plan.html").ShouldNotBeNull();
        zip.Entries.ShouldNotContain(entry => entry.FullName.EndsWith("raci.md"));
    }

    [Theory]
    [InlineData("--out DIR, --zip FILE")]
    [InlineData("every kind", "--zip", "x.zip", "--kind", "raci")]
    [InlineData("html, docx, md", "--zip", "x.zip", "--format", "pdf")]
    public async Task A_pack_that_cannot_be_is_refused_with_what_to_write_instead(string expected, params string[] args)
    {
        await ops.DoAsync("init", "nova", "--name", "Nova", "--lang", "en", "--start", "2025-12-01");

        var outcome = await ops.RunAsync(["documents", "-e", "nova", .. args]);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(expected);
    }

    public void Dispose() => ops.Dispose();
}
