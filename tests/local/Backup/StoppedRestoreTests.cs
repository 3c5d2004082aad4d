using OpsAutomation.Local.Tests.Storage;

namespace OpsAutomation.Local.Tests.Backup;

/// <summary>A restore that was stopped: before it was decided nothing of it stays, afterwards whoever opens the home ends it.</summary>
public sealed class StoppedRestoreTests : IDisposable
{
    private static readonly string[] Names = ["engagements/lumen/engagement.yaml", "mailbox/a.eml", "ops.txt", "outbox/b.eml"];
    private readonly TemporaryHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Before_it_was_decided_the_home_stays_as_it_was()
    {
        foreach (var name in Names)
            Write(name, "old");
        foreach (var name in Names)
            Write(".restoring/" + name, "new");

        await OpenAsync();

        Content().ShouldBe(Names.Select(name => name + " old"));
    }

    [Fact]
    public async Task Once_it_was_decided_it_ends_wherever_it_was_stopped()
    {
        var old = new[] { "engagements", "mailbox", "ops.txt", "added-since" };
        // Stopped after so many of what was there had been taken away, or of what was restored had been put there.
        for (var taken = 0; taken <= old.Length; taken++)
        {
            for (var put = 0; put <= (taken == old.Length ? 4 : 0); put++)
            {
                using var test = new StoppedRestoreTests();
                test.Write("engagements/lumen/engagement.yaml", "old");
                test.Write("mailbox/a.eml", "old");
                test.Write("ops.txt", "old");
                test.Write("added-since/c.txt", "old");
                foreach (var name in Names)
                    test.Write(".restored/" + name, "new");
                foreach (var name in old.Take(taken))
                    test.Move(name, ".replaced/" + name);
                if (taken == old.Length)
                    test.Write(".restored/.cleared", "");
                foreach (var name in new[] { "engagements", "mailbox", "ops.txt", "outbox" }.Take(put))
                    test.Move(".restored/" + name, name);

                await test.OpenAsync();

                test.Content().ShouldBe(Names.Select(name => name + " new"), $"{taken} taken, {put} put");
            }
        }
    }

    private async Task OpenAsync() => (await home.OpenAsync()).Dispose();

    private void Write(string name, string text)
    {
        var path = Path.Combine(home.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private void Move(string from, string to)
    {
        var target = Path.Combine(home.Folder, to);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Directory.Move(Path.Combine(home.Folder, from), target);
    }

    private IEnumerable<string> Content() => Directory.EnumerateFiles(home.Folder, "*", SearchOption.AllDirectories)
        .Select(path => (Name: Path.GetRelativePath(home.Folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
        .Where(file => file.Name is not (".lock" or ".serving"))
        .Select(file => $"{file.Name} {file.Text}")
        .Order(StringComparer.Ordinal);
}
