using OpsAutomation.Documents.Calendars;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>The legal and HR calendar as documents show it.</summary>
internal static class CalendarLines
{
    private const int SoonDays = 60;

    /// <summary>The calendar of the coming twelve months.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var engagement = context.Engagement;
        var calendar = LegalCalendar.Of(engagement, context.Today);
        var year = FiscalQuarter.Of(context.Today, engagement.FiscalYearStartMonth);
        var rows = calendar.Entries.Select(entry => Row(context, entry, people)).ToList();
        return new Values
        {
            ["known"] = LegalDates.Know(engagement.Country),
            ["country"] = Words.OfCountry(engagement.Country).In(context.Language),
            ["region"] = engagement.Region,
            ["from"] = calendar.From,
            ["to"] = calendar.To,
            ["yearEnd"] = new NodaTime.LocalDate(year.StartYear, year.StartMonth, 1).PlusYears(1).PlusDays(-1),
            ["rows"] = rows.Cast<object?>().ToList(),
            ["count"] = rows.Count,
            ["soon"] = rows.Where((_, index) => calendar.Entries[index].DoBy <= context.Today.PlusDays(SoonDays)).Cast<object?>().ToList(),
            ["soonDays"] = SoonDays,
            ["monthly"] = calendar.Monthly.Select(entry => (object?)Row(context, entry, people)).ToList(),
            ["reminders"] = calendar.Reminders.Select(reminder => (object?)new Values { ["title"] = reminder.Title.In(context.Language), ["basis"] = reminder.Basis }).ToList(),
            ["accountant"] = engagement.Calendar.Accountant,
            ["headcount"] = LegalDates.Headcount(engagement),
            ["headcountStated"] = engagement.Scope.Headcount is not null,
            ["holidays"] = Holidays(context, calendar),
        };
    }

    private static Values Row(DocumentContext context, CalendarEntry entry, People people) => new()
    {
        ["id"] = entry.Id,
        ["day"] = entry.DoBy,
        ["due"] = entry.Due == entry.DoBy ? null : entry.Due,
        ["title"] = entry.Title.In(context.Language),
        ["kind"] = Kind(entry.Kind).In(context.Language),
        ["basis"] = entry.Basis,
        ["owner"] = people.Name(entry.Owner ?? people.KeeperOfDates),
    };

    private static LocalizedText Kind(LegalDateKind? kind) => kind switch
    {
        LegalDateKind.Tax => new("tax", "fiscal"),
        LegalDateKind.Social => new("payroll", "social"),
        LegalDateKind.Company => new("company", "société"),
        LegalDateKind.People => new("HR", "RH"),
        _ => new("own", "propre"),
    };

    private static List<object?> Holidays(DocumentContext context, LegalCalendar calendar) =>
    [
        .. Enumerable.Range(calendar.From.Year, calendar.To.Year - calendar.From.Year + 1)
            .SelectMany(year => Engagements.Holidays.Of(context.Engagement.Country, context.Engagement.Region, year))
            .Where(holiday => holiday.Day >= calendar.From && holiday.Day <= calendar.To)
            .DistinctBy(holiday => holiday.Day)
            .Select(holiday => (object?)new Values { ["day"] = holiday.Day, ["name"] = holiday.Name.In(context.Language) }),
    ];
}
