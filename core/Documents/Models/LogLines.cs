using NodaTime;
using OpsAutomation.Logbook;

namespace OpsAutomation.Documents.Models;

/// <summary>Decisions, actions and risks as documents show them.</summary>
internal static class LogLines
{
    /// <summary>The Sunday of the week that documents of the cadence are for.</summary>
    public static LocalDate EndOfWeek(LocalDate today) => today.Next(IsoDayOfWeek.Sunday).PlusDays(today.DayOfWeek == IsoDayOfWeek.Sunday ? -7 : 0);

    /// <summary>The Monday of that week.</summary>
    public static LocalDate StartOfWeek(LocalDate today) => EndOfWeek(today).PlusDays(-6);

    /// <summary>Open items of a kind, the most urgent first; those without a date last.</summary>
    public static IReadOnlyList<LogItem> Open(DocumentContext context, LogKind kind) =>
        [.. context.Log.Where(item => item.Kind == kind && item.Open).OrderBy(item => item.Due ?? LocalDate.MaxIsoValue).ThenBy(item => item.Id, ById)];

    /// <summary>Open actions due by the end of this week, late ones first.</summary>
    public static IReadOnlyList<LogItem> DueThisWeek(DocumentContext context) =>
        [.. Open(context, LogKind.Action).Where(item => item.Due <= EndOfWeek(context.Today))];

    /// <summary>Decisions that were taken, the latest first.</summary>
    public static IReadOnlyList<LogItem> Taken(DocumentContext context) =>
    [
        .. context.Log.Where(item => item.Kind == LogKind.Decision && !item.Open)
            .OrderByDescending(item => item.ClosedOn ?? item.Added).ThenBy(item => item.Id, ById),
    ];

    /// <summary>Items as a template reads them.</summary>
    public static List<object?> Models(DocumentContext context, IEnumerable<LogItem> items, People people) =>
        [.. items.Select(item => Model(context, item, people))];

    /// <summary>An item as a template reads it.</summary>
    public static Values Model(DocumentContext context, LogItem item, People people) => new Values
    {
        ["id"] = item.Id,
        ["text"] = item.Text,
        ["owner"] = people.Name(item.Owner),
        ["due"] = item.Due,
        ["late"] = item.Open && item.Due < StartOfWeek(context.Today),
        ["recommendation"] = item.Recommendation,
        ["outcome"] = item.Outcome,
        ["added"] = item.Added,
        ["closedOn"] = item.ClosedOn,
        ["closedBy"] = item.ClosedBy is null ? null : people.Name(item.ClosedBy),
    };

    // D-2 before D-14: the number decides, then the text.
    private static IComparer<string> ById { get; } = Comparer<string>.Create((one, other) =>
    {
        var byLength = one.Length.CompareTo(other.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(one, other);
    });
}
