using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>Days in which nothing is sent, both ends included.</summary>
public sealed record DatePause(LocalDate From, LocalDate To)
{
    /// <summary>Whether the day belongs to the pause.</summary>
    public bool Holds(LocalDate day) => From <= day && day <= To;
}
