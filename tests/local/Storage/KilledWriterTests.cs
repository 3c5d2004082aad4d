namespace OpsAutomation.Local.Tests.Storage;

public sealed class KilledWriterTests : IDisposable
{
    private readonly TemporaryHome temporary = new();

    [Theory]
    [InlineData(1, 3)]
    [InlineData(5, 11)]
    [InlineData(9, 0)]
    [InlineData(14, 7)]
    public async Task A_kill_in_the_middle_of_writes_leaves_whole_files_and_whole_commits(int rounds, int milliseconds)
    {
        using (var writer = WriterProcess.Start("write", temporary.Folder))
        {
            for (var i = 0; i < rounds; i++)
                writer.ReadLine();
            await Task.Delay(milliseconds);
            writer.Kill();
        }

        using var home = await temporary.OpenAsync(TimeSpan.FromSeconds(5));

        (await home.ReadBytesAsync("loop/whole.bin")).ShouldSatisfyAllConditions(
            bytes => bytes.Length.ShouldBe(256 * 1024),
            bytes => bytes.Distinct().Count().ShouldBe(1));
        var first = await home.State.FindAsync(TemporaryHome.Lumen, new("loop", "first"));
        var second = await home.State.FindAsync(TemporaryHome.Lumen, new("loop", "second"));
        first!.Value.ShouldBe(second!.Value);
        var yaml = (await home.Engagements.FindAsync(TemporaryHome.Lumen))!.Yaml.Split('\n');
        yaml[0].Replace("begin", "end").ShouldBe(yaml[2]);
        Directory.EnumerateFiles(Path.Combine(temporary.Folder, ".unfinished")).ShouldBeEmpty();
    }

    public void Dispose() => temporary.Dispose();
}
