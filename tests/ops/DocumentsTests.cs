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

    public void Dispose() => ops.Dispose();
}
