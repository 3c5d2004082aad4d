using System.Runtime.CompilerServices;
using System.Text;

namespace OpsAutomation.Testing;

/// <summary>
/// Compares a text with the approved one that is kept beside the tests. On a difference the text is written next to it as <c>.received</c> and the
/// first lines that differ are in the failure; UPDATE_SNAPSHOTS=1 approves what there is.
/// </summary>
public static class Approval
{
    /// <summary>Checks a text against <c>Approved/{name}</c> in the folder of the calling test.</summary>
    public static void Check(string text, string name, [CallerFilePath] string caller = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(caller)!, "Approved", name);
        var received = approved + ".received";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(approved, text, new UTF8Encoding(false));
            File.Delete(received);
            return;
        }
        var wanted = File.Exists(approved) ? File.ReadAllText(approved).Replace("\r\n", "\n", StringComparison.Ordinal) : "";
        if (wanted == text)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text, new UTF8Encoding(false));
        throw new ApprovalException($"{name} differs from what was approved:\n{FirstDifferences(wanted, text)}\nUPDATE_SNAPSHOTS=1 approves the new text.");
    }

    private static string FirstDifferences(string wanted, string text)
    {
        var before = wanted.Split('\n');
        var after = text.Split('\n');
        var message = new StringBuilder();
        var shown = 0;
        for (var i = 0; i < Math.Max(before.Length, after.Length) && shown < 5; i++)
        {
            var old = i < before.Length ? before[i] : null;
            var now = i < after.Length ? after[i] : null;
            if (old == now)
                continue;
            message.Append($"line {i + 1}\n  - {old ?? "(no line)"}\n  + {now ?? "(no line)"}\n");
            shown++;
        }
        return message.ToString();
    }
}
