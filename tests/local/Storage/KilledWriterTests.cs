using System.Text;

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

    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    public async Task A_kill_loses_nothing_that_was_said_to_be_taken(int said)
    {
        var taken = new List<string>();
        using (var writer = WriterProcess.Start("take", temporary.Folder))
        {
            while (taken.Count < said && writer.ReadLine() is { } id)
                taken.Add(id);
            writer.Kill();
            // What it said in its last moment; a line that was cut off is no whole one.
            taken.AddRange(writer.ReadRest().Split('\n').SkipLast(1));
        }

        using var home = await temporary.OpenAsync(TimeSpan.FromSeconds(5));

        var kept = await ListAsync(home, "taken");
        kept.ShouldBe(await ListAsync(home, "bodies"));
        taken.Except(kept, StringComparer.Ordinal).ShouldBeEmpty();
        var queued = new List<string>();
        while (await home.Queues.ReceiveAsync("webhooks", 32, TimeSpan.FromMinutes(1)) is { Count: > 0 } messages)
            queued.AddRange(messages.Select(message => Encoding.UTF8.GetString(Convert.FromBase64String(message.Text))));
        queued.Distinct(StringComparer.Ordinal).Count().ShouldBe(queued.Count);
        taken.Except(queued, StringComparer.Ordinal).ShouldBeEmpty();
        queued.Except(kept, StringComparer.Ordinal).ShouldBeEmpty();
    }

    public void Dispose() => temporary.Dispose();

    private static async Task<List<string>> ListAsync(LocalHome home, string collection)
    {
        var ids = new List<string>();
        await foreach (var entry in home.State.ListAsync(TemporaryHome.Lumen, collection))
            ids.Add(entry.Key.Id);
        return ids;
    }
}
