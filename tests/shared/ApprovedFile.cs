using System.Runtime.CompilerServices;

namespace OpsAutomation.Testing;

/// <summary>
/// Compares a text with the approved one beside the test, in its folder <c>Approved</c>. Run the tests with <c>OPS_APPROVE=1</c> to
/// write what they got, then read the difference in git before it is committed.
/// </summary>
public static class ApprovedFile
{
    /// <summary>Fails where the text is not as approved, with the first line that differs.</summary>
    /// <param name="name">The file's name with its extension.</param>
    /// <param name="actual">The text.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    public static void ShouldMatch(string name, string actual, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Approved", name);
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("OPS_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        if (!File.Exists(path))
            throw new InvalidOperationException($"Nothing is approved as {name} yet: run with OPS_APPROVE=1 and read what is written.");
        var approved = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (approved == actual)
            return;
        var (was, now) = (approved.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(was.Length, now.Length)).First(i => was.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        throw new InvalidOperationException(
            $"{name}, line {line + 1}, is not as approved.\n  approved: {was.ElementAtOrDefault(line)}\n  actual:   {now.ElementAtOrDefault(line)}");
    }
}
