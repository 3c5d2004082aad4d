using NodaTime;
using OpsAutomation.Digests;

namespace OpsAutomation.Runs;

/// <summary>The expected sources of an engagement, and whether their data grew old. One that never came is waited for since the start.</summary>
internal static class StandingSources
{
    /// <summary>The expected sources, in the order of the engagement's file.</summary>
    public static IEnumerable<(string Id, DigestSource Source, bool IsStale)> Of(Standing standing)
    {
        // The expected ones come first, in their order.
        var sources = DigestSources.Of(standing.Engagement, standing.Imports);
        return standing.Engagement.Sources.Zip(sources, (expected, source) =>
        {
            var since = source.Taken ?? standing.Engagement.Start;
            return (expected.Id, source, Period.DaysBetween(since, standing.At) > source.StaleAfterDays);
        });
    }
}
