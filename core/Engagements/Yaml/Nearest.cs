namespace OpsAutomation.Engagements.Yaml;

/// <summary>The known word that a mistyped one most likely means.</summary>
internal static class Nearest
{
    /// <summary>The nearest word by edits, or null where none is near: at most two edits and at most a third of the word.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var typed = Fold(word);
        var best = known
            .Select(candidate => (Candidate: candidate, Distance: Distance(typed, Fold(candidate))))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Candidate is not null && best.Distance <= Math.Clamp(word.Length / 3, 1, 3) ? best.Candidate : null;
    }

    // openingHours, opening-hours and opening_hours are one word to whoever types them.
    private static string Fold(string word) =>
        word.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost));
            }
        }

        return row[^1];
    }
}
