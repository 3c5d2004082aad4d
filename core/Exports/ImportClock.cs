using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports;

/// <summary>When an import takes place, and of which day its data are.</summary>
/// <param name="Now">The moment of the import.</param>
/// <param name="Taken">The day that the data are of, in the engagement's zone.</param>
/// <param name="Version">What orders records that carry no modified time: Unix milliseconds.</param>
internal sealed record ImportClock(Instant Now, LocalDate Taken, long Version)
{
    /// <summary>
    /// Data of today are as they are now, whether the day was said or not, so that the later import of one day wins; data of another day are
    /// as they were at its end.
    /// </summary>
    public static ImportClock Of(Engagement engagement, LocalDate? taken, TimeProvider time)
    {
        var now = time.GetUtcNow().ToInstant();
        var today = now.InZone(engagement.Zone).Date;
        var day = taken ?? today;
        var version = day == today ? now : engagement.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.FromMilliseconds(1);
        return new(now, day, version.ToUnixTimeMilliseconds());
    }

    /// <summary>The stamp of the records of an import.</summary>
    public ImportStamp Stamp(int number, bool full, DateTimeZone zone, string content) =>
        new(number, Version, full, zone, $"{Now.ToUnixTimeTicks():x}-{content[..8]}");
}
