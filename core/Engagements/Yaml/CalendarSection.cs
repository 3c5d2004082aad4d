using NodaTime;
using OpsAutomation.Documents.Calendars;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>calendar</c>: what the legal and HR calendar cannot know by itself.</summary>
internal static class CalendarSection
{
    public static CalendarSettings Read(YamlFields root, ReadingContext context)
    {
        if (root.Fields("calendar") is not { } fields)
            return new();
        var without = fields.Texts("without");
        var known = LegalDates.All.Select(date => date.Id).ToList();
        foreach (var id in without.Where(id => !known.Contains(id.Text, StringComparer.Ordinal)))
        {
            context.Errors.Add(id.Line, id.Path, Nearest.Of(id.Text, known) is { } nearest
                ? new($"the id of a date of the legal calendar was expected: did you mean {nearest}?", $"l'identifiant d'une échéance du calendrier légal est attendu\u00a0: vouliez-vous dire {nearest}\u00a0?")
                : new("the id of a date of the legal calendar was expected, as the document shows it", "l'identifiant d'une échéance du calendrier légal est attendu, tel que le document le montre"));
        }

        var settings = new CalendarSettings
        {
            Owner = context.Person(fields, "owner"),
            Accountant = fields.Text("accountant"),
            Without = [.. without.Select(id => id.Text)],
            Dates = [.. fields.List("dates").Select(item => Date(item, context))],
        };
        fields.Finish();
        return settings;
    }

    private static CalendarDate Date(YamlFields item, ReadingContext context)
    {
        var date = new CalendarDate(
            item.RequiredText("title"),
            item.Date("on") ?? item.Missing("on", Expected.Date, new LocalDate(2000, 1, 1)),
            item.Integer("everyMonths", 1, 120),
            context.Person(item, "owner"));
        item.Finish();
        return date;
    }
}
