namespace OpsAutomation.Crash.Tests;

/// <summary>What there is in the end, as lines that must be the same however often the app was killed on the way.</summary>
/// <param name="Lines">Section by section.</param>
/// <param name="Faults">What may never be, whatever the clean run says: something torn, left behind, given up or sent twice.</param>
internal sealed record Outcome(IReadOnlyDictionary<string, IReadOnlyList<string>> Lines, IReadOnlyList<string> Faults)
{
    private const int Shown = 6;

    /// <summary>What is wrong with this outcome, beside that of a clean run; empty where nothing is.</summary>
    public IReadOnlyList<string> Against(Outcome clean)
    {
        List<string> wrong = [.. Faults];
        foreach (var (section, expected) in clean.Lines)
        {
            var found = Lines.GetValueOrDefault(section, []);
            wrong.AddRange(Only(expected, found).Select(line => $"{section} lacks: {line}").Take(Shown));
            wrong.AddRange(Only(found, expected).Select(line => $"{section} has: {line}").Take(Shown));
        }

        return wrong;
    }

    // With repetitions: a line that is there twice counts twice.
    private static IEnumerable<string> Only(IEnumerable<string> of, IEnumerable<string> without)
    {
        var rest = without.GroupBy(line => line, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var line in of)
        {
            if (rest.TryGetValue(line, out var left) && left > 0)
                rest[line] = left - 1;
            else
                yield return line;
        }
    }
}
