using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Calendars;

/// <summary>A routine as the company keeps it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Every">How often.</param>
/// <param name="Day">The day of the week; null for the fifth working day of the month.</param>
/// <param name="Time">The time of day, or null.</param>
/// <param name="Minutes">How long it takes, or null.</param>
/// <param name="Chair">The id of the person who chairs it, or null where nobody has the role.</param>
/// <param name="Output">What comes out of it, or null.</param>
public sealed record KeptRoutine(
    string Id, LocalizedText Name, RoutineRhythm Every, IsoDayOfWeek? Day, LocalTime? Time, int? Minutes, string? Chair, LocalizedText? Output)
{
    /// <summary>The routines of an engagement: the standard ones with what the file changes, then its own.</summary>
    public static IReadOnlyList<KeptRoutine> Of(Engagement engagement)
    {
        var stated = engagement.Routines.ToDictionary(routine => routine.Id, StringComparer.Ordinal);
        var standard = StandardRoutines.All
            .Select(routine => Merge(routine, stated.GetValueOrDefault(routine.Id), engagement))
            .OfType<KeptRoutine>();
        var own = engagement.Routines
            .Where(routine => !routine.Off && StandardRoutines.All.All(known => known.Id != routine.Id))
            .Select(routine => new KeptRoutine(
                routine.Id, Both(routine.Name) ?? new(routine.Id, routine.Id), routine.Every ?? RoutineRhythm.Week, routine.Day, routine.Time, routine.Minutes, routine.Chair, Both(routine.Output)));
        return [.. standard, .. own];
    }

    private static KeptRoutine? Merge(StandardRoutine standard, Routine? stated, Engagement engagement) => stated is { Off: true } ? null : new(
        standard.Id,
        Both(stated?.Name) ?? standard.Name,
        stated?.Every ?? standard.Every,
        stated?.Day ?? standard.Day,
        stated?.Time,
        stated?.Minutes ?? standard.Minutes,
        stated?.Chair ?? standard.Chair.Select(engagement.PersonAs).FirstOrDefault(person => person is not null)?.Id,
        Both(stated?.Output) ?? standard.Output);

    private static LocalizedText? Both(string? text) => text is null ? null : new(text, text);
}
