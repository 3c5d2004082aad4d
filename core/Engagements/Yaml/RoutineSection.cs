using OpsAutomation.Documents.Calendars;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>routines</c>: what differs from the standard routines, and those of the company's own.</summary>
internal static class RoutineSection
{
    public static IReadOnlyList<Routine> Read(YamlFields root, ReadingContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. root.List("routines").Select(item => Routine(item, context, seen))];
    }

    private static Routine Routine(YamlFields item, ReadingContext context, HashSet<string> seen)
    {
        var id = item.RequiredText("id");
        if (id.Length > 0 && !seen.Add(id))
            item.Refuse("id", Expected.Unique);
        var routine = new Routine
        {
            Id = id,
            Name = item.Text("name"),
            Every = item.Choice("every", Words.Rhythms),
            Day = item.Choice("day", Words.Days),
            Time = item.Time("time"),
            Minutes = item.Integer("minutes", 1, 600),
            Chair = context.Person(item, "chair"),
            Output = item.Text("output"),
            Off = item.Flag("off") ?? false,
        };
        if (id.Length > 0 && !StandardRoutines.All.Any(known => known.Id == id))
            CheckOwn(item, routine);
        item.Finish();
        return routine;
    }

    // One that is not standard must say itself what the standard ones know.
    private static void CheckOwn(YamlFields item, Routine routine)
    {
        var known = string.Join(", ", StandardRoutines.All.Select(standard => standard.Id));
        if (routine.Name is null)
        {
            item.Missing("name", new(
                $"the name of a routine of your own was expected (the standard ones are {known})",
                $"le nom d'une routine à vous est attendu (les routines standard sont {known})"), 0);
        }
        if (routine.Every is null)
            item.Missing("every", Expected.OneOf(Words.Rhythms.Keys), 0);
        if (routine.Day is null)
            item.Missing("day", Expected.OneOf(Words.Days.Keys), 0);
    }
}
