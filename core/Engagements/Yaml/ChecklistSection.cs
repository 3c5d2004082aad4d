using OpsAutomation.Documents;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>checklists</c>: those that start by themselves.</summary>
internal static class ChecklistSection
{
    private static readonly Dictionary<string, ChecklistCadence> Cadences = new(StringComparer.OrdinalIgnoreCase)
    {
        ["day"] = ChecklistCadence.Day,
        ["week"] = ChecklistCadence.Week,
        ["month"] = ChecklistCadence.Month,
        ["quarter"] = ChecklistCadence.Quarter,
        ["year"] = ChecklistCadence.Year,
    };

    private static readonly LocalizedText EventExpected = new(
        "deal won, or the type of a webhook's event such as staff.hired, was expected",
        "deal won, ou le type d'un événement de webhook comme staff.hired, est attendu");

    private static readonly LocalizedText OneExpected = new(
        "either every (day, week, month, quarter, year) or when (deal won, staff hired…) was expected",
        "soit every (day, week, month, quarter, year), soit when (deal won, staff hired…) est attendu");

    private static readonly LocalizedText PathExpected = new(
        "a place in the event such as $.data.name was expected", "une place dans l'événement, comme $.data.name, est attendue");

    private static readonly LocalizedText TwiceExpected = new(
        "this checklist has a rule above: give each rule an id of its own", "cette check-list a déjà une règle plus haut\u00a0: donnez à chaque règle son propre id");

    public static IReadOnlyList<ChecklistRule> Read(YamlFields root, ReadingContext context)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. root.List("checklists").Select(item => One(item, seen, context))];
    }

    private static ChecklistRule One(YamlFields item, HashSet<string> seen, ReadingContext context)
    {
        var known = DocumentLibrary.Kinds.Select(kind => kind.Id).ToList();
        var kind = item.RequiredText("kind");
        if (kind.Length > 0 && !known.Contains(kind, StringComparer.Ordinal))
        {
            var likely = known.Where(id => id.StartsWith("checklist-", StringComparison.Ordinal) || id == "exit-checklist");
            item.Refuse("kind", Expected.OneOf(likely));
        }

        var id = item.Text("id");
        if (!seen.Add(id ?? kind) && kind.Length > 0)
            item.Refuse(id is null ? "kind" : "id", id is null ? TwiceExpected : Expected.Unique);
        var every = item.Choice("every", Cadences);
        var happening = item.Parse("when", EventExpected, EventOf);
        if (item.Has("every") == item.Has("when"))
            item.Refuse(item.Has("every") ? "when" : "kind", OneExpected);
        var cadence = every ?? ChecklistCadence.Month;
        var day = item.Parse("on", DayExpected(cadence), text => ChecklistDay.Read(text, cadence));
        if (day is not null && every is null && item.Has("when"))
            item.Refuse("on", OneExpected);
        var rule = new ChecklistRule
        {
            Id = id ?? kind,
            Kind = kind,
            Every = every,
            On = day ?? ChecklistDay.First,
            Event = happening,
            For = item.Parse("for", PathExpected, JsonPath.TryParse),
            Owner = context.Person(item, "owner"),
            From = item.Date("from"),
        };
        item.Finish();
        return rule;
    }

    // "staff hired" and "staff.hired" are the same.
    private static string? EventOf(string text)
    {
        var type = string.Join('.', text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return type.Length is > 0 and <= 200 ? type.Equals(ChecklistRule.DealWon, StringComparison.OrdinalIgnoreCase) ? ChecklistRule.DealWon : type : null;
    }

    private static LocalizedText DayExpected(ChecklistCadence cadence) => cadence switch
    {
        ChecklistCadence.Day => new("no value was expected: it starts each working day", "aucune valeur n'est attendue\u00a0: elle démarre chaque jour ouvré"),
        ChecklistCadence.Week => new("first working day, last working day, or monday to friday was expected", "first working day, last working day, ou un jour de monday à friday est attendu"),
        ChecklistCadence.Year => new(
            "first working day, last working day, a day of January from 1 to 31, or a month and day such as 03-15 was expected",
            "first working day, last working day, un jour de janvier de 1 à 31, ou un mois et un jour comme 03-15 est attendu"),
        _ => new("first working day, last working day, or a day from 1 to 31 was expected", "first working day, last working day, ou un jour de 1 à 31 est attendu"),
    };
}
