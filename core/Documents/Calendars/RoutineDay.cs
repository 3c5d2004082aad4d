using NodaTime;

namespace OpsAutomation.Documents.Calendars;

/// <summary>A routine on a day.</summary>
/// <param name="Routine">The routine.</param>
/// <param name="Day">The day on which it takes place: a working day.</param>
/// <param name="Usual">The day it would be on without public holidays.</param>
public sealed record RoutineDay(KeptRoutine Routine, LocalDate Day, LocalDate Usual)
{
    /// <summary>Whether a public holiday moved it.</summary>
    public bool Moved => Day != Usual;
}
