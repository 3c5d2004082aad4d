using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Calendars;

/// <summary>A routine that companies of this size keep unless they say otherwise.</summary>
/// <param name="Id">The id by which the engagement's file names it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Every">How often.</param>
/// <param name="Day">The day of the week; null for the fifth working day of the month.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Chair">Who chairs it: the first of these roles that somebody has.</param>
/// <param name="Output">What comes out of it.</param>
public sealed record StandardRoutine(
    string Id, LocalizedText Name, RoutineRhythm Every, IsoDayOfWeek? Day, int Minutes, IReadOnlyList<PersonRole> Chair, LocalizedText Output);
