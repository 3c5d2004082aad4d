using NodaTime;

namespace OpsAutomation.Mornings;

/// <summary>When the morning mail leaves.</summary>
public sealed record MorningSettings
{
    /// <summary>The local time from which it leaves.</summary>
    public LocalTime At { get; init; } = new(7, 0);

    /// <summary>The zone of that time; null for the one of the OBM's first engagement.</summary>
    public DateTimeZone? Zone { get; init; }
}
