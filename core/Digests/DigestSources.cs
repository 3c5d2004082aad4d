using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;

namespace OpsAutomation.Digests;

/// <summary>The sources of an engagement as its digest shows them: the expected ones in order, then whatever else was imported.</summary>
public static class DigestSources
{
    /// <summary>The sources as they stand after the imports.</summary>
    /// <param name="engagement">The engagement with its plan of sources.</param>
    /// <param name="imports">The ledger of imports, in any order.</param>
    /// <param name="lastReading">The day of the newest reading that a person entered by command, or null.</param>
    public static IReadOnlyList<DigestSource> Of(Engagement engagement, IReadOnlyList<ImportSource> imports, LocalDate? lastReading = null)
    {
        List<DigestSource> sources = [];
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (var expected in engagement.Sources)
        {
            // A source without a profile is known by its id: hubspot-deals is hubspot.deals.
            var profile = expected.Profile ?? expected.Id.Replace('-', '.');
            used.Add(profile);
            sources.Add(Newest(expected.Name, profile, [.. imports.Where(import => import.Profile == profile)], expected.StaleAfterDays));
        }

        foreach (var other in imports.Where(import => !used.Contains(import.Profile)).GroupBy(import => import.Profile, StringComparer.Ordinal).OrderBy(group => group.Min(import => import.Number)))
        {
            var newest = other.MaxBy(import => (import.Taken, import.Number))!;
            sources.Add(Newest(IsReadings(other.Key) ? "" : newest.File, other.Key, [.. other], new SourceSettings { Id = "", Name = "" }.StaleAfterDays));
        }

        if (lastReading is { } day && !sources.Any(source => source.Entered && source.Taken >= day))
            sources.Add(new("", null, day, 0, 0, Entered: true));
        return sources;
    }

    private static bool IsReadings(string profile) => profile.StartsWith("reading", StringComparison.Ordinal);

    // An export may come in several files: those of the newest day belong together.
    private static DigestSource Newest(string name, string profile, List<ImportSource> imports, int staleAfterDays)
    {
        if (imports.Count == 0)
            return new(name, profile, null, 0, 0, staleAfterDays, IsReadings(profile));
        var taken = imports.Max(import => import.Taken);
        var counts = imports.Where(import => import.Taken == taken).SelectMany(import => import.Facts).ToList();
        return new(name, profile, taken, counts.Sum(count => count.Read), counts.Sum(count => count.Rejected), staleAfterDays, IsReadings(profile));
    }
}
