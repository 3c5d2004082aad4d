using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>Days on which a person is away, both ends included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Percent">How much of each day the person is away: 100 for whole days, 50 for half days.</param>
public sealed record Leave(LocalDate From, LocalDate To, decimal Percent = 100m)
{
    /// <summary>Whether the day belongs to the leave.</summary>
    public bool Holds(LocalDate day) => From <= day && day <= To;
}
