using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;

namespace OpsAutomation.Runs;

/// <summary>The expected sources of an engagement, and whether their data grew old. One that never came is waited for since the start.</summary>
internal static class StandingSources
{
    /// <summary>The expected sources, in the order of the engagement's file.</summary>
    public static IEnumerable<(string Id, DigestSource Source, bool IsStale)> Of(Standing standing) => Of(standing.Engagement, standing.Imports, standing.At);

    /// <summary>The same of an engagement whose imports are known, as on a day.</summary>
    public static IEnumerable<(string Id, DigestSource Source, bool IsStale)> Of(Engagement engagement, IReadOnlyList<ImportSource> imports, LocalDate at)
    {
        // The expected ones come first, in their order.
        var sources = DigestSources.Of(engagement, imports);
        return engagement.Sources.Zip(sources, (expected, source) =>
        {
            var since = source.Taken ?? engagement.Start;
            return (expected.Id, source, Period.DaysBetween(since, at) > source.StaleAfterDays);
        });
    }
}
