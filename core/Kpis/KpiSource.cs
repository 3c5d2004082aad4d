using NodaTime;

namespace OpsAutomation.Kpis;

/// <summary>Where a figure comes from.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Rows">The rows that were read in it.</param>
/// <param name="Rejected">How many of them could not be used.</param>
/// <param name="ImportedAt">When it was imported.</param>
/// <param name="Profile">The profile it was read by.</param>
/// <param name="Taken">The day the data are of.</param>
public sealed record KpiSource(string File, int Rows, int Rejected, Instant ImportedAt, string Profile, LocalDate Taken);
