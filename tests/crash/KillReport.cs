using System.Globalization;
using System.Text;

namespace OpsAutomation.Crash.Tests;

/// <summary>What was killed how often, and what was found: a table in Markdown.</summary>
internal sealed class KillReport(int seed, IReadOnlyList<Failpoint> failpoints)
{
    private readonly List<Kill> done = [];
    private int scenarios;

    /// <summary>The kills that came about so far.</summary>
    public int Kills => done.Count;

    /// <summary>What was wrong, each with the kills before it.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>The last scenario in a line.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Adds a scenario.</summary>
    public void Add(int scenario, IReadOnlyList<Kill> planned, IReadOnlyList<Kill> came, IReadOnlyList<string> wrong)
    {
        scenarios++;
        done.AddRange(came);
        var history = string.Join(", ", came.Select(kill => kill.At ?? $"{kill.Phase} after {kill.After.TotalMilliseconds:0} ms"));
        Wrong.AddRange(wrong.Select(fault => $"scenario {scenario} ({history}): {fault}"));
        Last = string.Create(CultureInfo.InvariantCulture, $"scenario {scenario}: {came.Count} of {planned.Count} kills, {wrong.Count} wrong ({history})");
    }

    /// <summary>The table.</summary>
    public string Table()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Kills} kills in {scenarios} scenarios (seed {seed}); {failpoints.DistinctBy(point => point.Name, StringComparer.Ordinal).Count()} failpoints known; {Wrong.Count} differences from the clean run.\n\n");
        text.Append("| killed at | kills |\n|---|---|\n");
        foreach (var group in done.GroupBy(kill => kill.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| `{group.Key}` | {group.Count()} |\n");
        var never = failpoints.Select(point => point.Name).Distinct(StringComparer.Ordinal).Except(done.Select(kill => kill.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (never.Count > 0)
            text.Append("\nNot killed at this time: ").AppendJoin(", ", never.Select(name => $"`{name}`")).Append(".\n");
        foreach (var fault in Wrong)
            text.Append("\n- ").Append(fault);
        return text.ToString();
    }

    /// <summary>Writes the table to the file that OPS_CRASH_REPORT names, if it names one.</summary>
    public void Write()
    {
        if (Environment.GetEnvironmentVariable("OPS_CRASH_REPORT") is { Length: > 0 } path)
            File.WriteAllText(path, Table());
    }
}
