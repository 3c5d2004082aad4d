namespace OpsAutomation.Ops.CommandLine;

/// <summary>What somebody who mistyped a name may have meant.</summary>
internal static class NearestName
{
    /// <summary>The known name that takes the fewest slips of the finger, or null where none is near enough.</summary>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        var limit = Math.Max(1, typed.Length / 3);
        return known
            .Select(name => (Name: name, Slips: Slips(typed.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(candidate => candidate.Slips <= limit || (typed.Length >= 3 && candidate.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(candidate => candidate.Slips)
            .ThenBy(candidate => Math.Abs(candidate.Name.Length - typed.Length))
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    // Letters left out, added, replaced or swapped with their neighbour.
    private static int Slips(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replaced, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], 1 + table[i - 2, j - 2]);
            }
        }

        return table[a.Length, b.Length];
    }
}
