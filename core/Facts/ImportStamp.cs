using NodaTime;

namespace OpsAutomation.Facts;

/// <summary>What all records of one import have in common.</summary>
/// <param name="Number">The number of the import.</param>
/// <param name="Version">The version of records that carry no modified time, and the moment at which all of them were seen: Unix milliseconds.</param>
/// <param name="Full">Whether the import holds every record of its namespaces.</param>
/// <param name="Zone">The zone of the engagement's days.</param>
/// <param name="Suffix">What tells this import's blobs from those of another attempt at the same number.</param>
internal sealed record ImportStamp(int Number, long Version, bool Full, DateTimeZone Zone, string Suffix)
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>The local day of a version, as days since 1970-01-01.</summary>
    public int DayOf(long version) =>
        Period.DaysBetween(Epoch, Instant.FromUnixTimeMilliseconds(version).InZone(Zone).Date);

    /// <summary>The blob of a part of this import.</summary>
    public string PathOf(FactType type, string part) =>
        $"{FactStore.Folder}{type.ToString().ToLowerInvariant()}/{Number:D6}-{Suffix}-{part}.facts";
}
