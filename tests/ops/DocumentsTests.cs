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
        Directory.GetFiles(Path.Combine(folder, "en")).Length.ShouldBe(30);
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

    public void Dispose() => ops.Dispose();
}
