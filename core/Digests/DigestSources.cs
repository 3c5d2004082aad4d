using OpsAutomation.Engagements;
using OpsAutomation.Exports;

namespace OpsAutomation.Digests;

/// <summary>The sources of an engagement as its digest shows them: the expected ones in order, then whatever else was imported.</summary>
public static class DigestSources
{
    private const int StaleAfterDays = 8;

    /// <summary>The sources as they stand after the imports; readings entered by command are imports too.</summary>
    /// <param name="engagement">The engagement with its plan of sources.</param>
    /// <param name="imports">The ledger of imports, in any order.</param>
    public static IReadOnlyList<DigestSource> Of(Engagement engagement, IReadOnlyList<ImportSource> imports)
    {
        List<DigestSource> sources = [];
        List<ImportSource> left = [.. imports.OrderBy(import => import.Number)];
        var matches = engagement.Sources.ToDictionary(expected => expected, _ => new List<ImportSource>());

        // A source that names its profile comes first: one known by its name alone has what is left.
        foreach (var expected in engagement.Sources.OrderBy(source => source.Profile is null))
        {
            matches[expected] = [.. left.Where(import => !import.IsEvents && SourceMatch.Is(expected, import))];
            left.RemoveAll(matches[expected].Contains);
        }

        foreach (var expected in engagement.Sources)
            sources.Add(Newest(expected.Name, expected.Profile, matches[expected], expected.StaleAfterDays));
        foreach (var other in left.GroupBy(import => import.Profile, StringComparer.Ordinal))
        {
            var newest = other.MaxBy(import => (import.Taken, import.Number))!;
            // A source of events may have nothing to tell for long.
            sources.Add(Newest(IsReadings(other.Key) ? "" : newest.File, other.Key, [.. other], newest.IsEvents ? int.MaxValue : StaleAfterDays));
        }

        return sources;
    }

    private static bool IsReadings(string? profile) => profile?.EndsWith("readings", StringComparison.Ordinal) == true;

    // An export may come in several files: those of the newest day belong together. A source of several objects is as old as its oldest.
    private static DigestSource Newest(string name, string? profile, List<ImportSource> imports, int staleAfterDays)
    {
        if (imports.Count == 0)
            return new(name, profile, null, 0, 0, staleAfterDays, IsReadings(profile));
        var objects = imports
            .GroupBy(import => import.Profile, StringComparer.Ordinal)
            .Select(same => same.Where(import => import.Taken == same.Max(other => other.Taken)).ToList())
            .ToList();
        var counts = objects.SelectMany(same => same).SelectMany(import => import.Facts).ToList();
        var first = objects[0][0].Profile;
        return new(
            name, first, objects.Min(same => same[0].Taken), counts.Sum(count => count.Read), counts.Sum(count => count.Rejected), staleAfterDays, objects.TrueForAll(same => IsReadings(same[0].Profile)))
        {
            OtherProfiles = objects.Count == 1 ? [] : [.. objects.Skip(1).Select(same => same[0].Profile)],
        };
    }
}
