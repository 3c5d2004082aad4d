using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>A source of figures as the digest's last line shows it.</summary>
/// <param name="Name">The name to show; empty for readings of no named source.</param>
/// <param name="Profile">The profile its exports are read by, or null where it is detected.</param>
/// <param name="Taken">The day its newest data are of; null where nothing ever came.</param>
/// <param name="Rows">The rows of the newest export.</param>
/// <param name="Rejected">How many of them could not be used.</param>
/// <param name="StaleAfterDays">Days after which the data count as old.</param>
/// <param name="Entered">Whether people enter the figures by hand.</param>
public sealed record DigestSource(string Name, string? Profile, LocalDate? Taken, int Rows, int Rejected, int StaleAfterDays = 8, bool Entered = false)
{
    /// <summary>The profiles of its other objects, where one source exports several.</summary>
    public IReadOnlyList<string> OtherProfiles { get; init; } = [];

    /// <summary>Whether its exports are read by a profile.</summary>
    public bool IsOf(string profile) => Profile == profile || OtherProfiles.Contains(profile, StringComparer.Ordinal);

    /// <summary>Whether the data are old on a day, or never came.</summary>
    public bool IsStale(LocalDate today) => Taken is not { } taken || NodaTime.Period.DaysBetween(taken, today) > StaleAfterDays;
}
