using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>When the client is open, in local time. Public holidays are closed.</summary>
/// <param name="Days">The days of the week.</param>
/// <param name="From">Opening time, inclusive.</param>
/// <param name="To">Closing time, exclusive.</param>
public sealed record OpeningHours(IReadOnlyList<IsoDayOfWeek> Days, LocalTime From, LocalTime To);
