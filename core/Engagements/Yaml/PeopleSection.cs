using System.Text.RegularExpressions;
using NodaTime;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>people</c>, <c>raci</c> and <c>capacity</c>: who works on what.</summary>
internal static partial class PeopleSection
{
    public static IReadOnlyList<Person> People(YamlFields root, ReadingContext context)
    {
        var items = root.List("people");
        foreach (var item in items)
        {
            if (item.Text("id") is { } id && !context.AddPerson(id))
                item.Refuse("id", Expected.Unique);
        }

        return [.. items.Select(item => Person(item, context))];
    }

    public static IReadOnlyList<RaciRow> Raci(YamlFields root, ReadingContext context) => [.. root.List("raci").Select(item =>
    {
        var row = new RaciRow
        {
            Process = item.RequiredText("process"),
            Responsible = context.Persons(item, "responsible"),
            Accountable = context.Persons(item, "accountable"),
            Consulted = context.Persons(item, "consulted"),
            Informed = context.Persons(item, "informed"),
        };
        // A matrix is filled over weeks: a line without an A, with two, or without an R is counted in the document, not refused here.
        item.Finish();
        return row;
    })];

    public static IReadOnlyList<Capacity> Capacity(YamlFields root) => [.. root.List("capacity").Select(item =>
    {
        var hours = item.Number("hoursPerWeek", 0, 168);
        var capacity = new Capacity(
            item.RequiredText("person"),
            hours ?? item.Missing("hoursPerWeek", Expected.Number(0, 168), 0m),
            [.. item.List("leave").Select(Leave).OfType<Leave>()]);
        item.Finish();
        return capacity;
    })];

    /// <summary>A tenant of Microsoft 365, by id or domain; or null.</summary>
    public static string? Tenant(YamlFields fields, string key) => fields.Parse(
        key,
        new(
            "a tenant of Microsoft 365, its id or a domain such as client.onmicrosoft.com, was expected",
            "un locataire (tenant) Microsoft 365 est attendu, son identifiant ou un domaine tel que client.onmicrosoft.com"),
        text => text.Trim() is { Length: > 2 and <= 253 } tenant && (Guid.TryParse(tenant, out _) || tenant.Contains('.', StringComparison.Ordinal))
            && tenant.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') ? tenant : null);

    /// <summary>Days from one to another, or null where they are not all there.</summary>
    public static DatePause? Pause(YamlFields fields)
    {
        var days = Days(fields);
        fields.Finish();
        return days is var (from, to) ? new(from, to) : null;
    }

    private static Leave? Leave(YamlFields fields)
    {
        var days = Days(fields);
        var percent = fields.Number("percent", 0, 100) ?? 100m;
        fields.Finish();
        return days is var (from, to) ? new(from, to, percent) : null;
    }

    private static (LocalDate From, LocalDate To)? Days(YamlFields fields)
    {
        var from = fields.Date("from") ?? fields.Missing<LocalDate?>("from", Expected.Date, null);
        var to = fields.Date("to") ?? fields.Missing<LocalDate?>("to", Expected.Date, null);
        if (from is not { } first || to is not { } last)
            return null;
        if (last < first)
            fields.Refuse("to", Expected.Order);
        return (first, last);
    }

    /// <summary>An address, or null.</summary>
    public static string? Email(YamlFields fields, string key) =>
        fields.Parse(key, Expected.Email, text => IsEmail(text) ? text.Trim() : null);

    /// <summary>Whether a text has the shape of an address.</summary>
    public static bool IsEmail(string text) => EmailShape().IsMatch(text.Trim());

    private static Person Person(YamlFields item, ReadingContext context)
    {
        var person = new Person(
            item.RequiredText("id"),
            item.RequiredText("name"),
            item.Choice("role", Words.Roles) ?? item.Missing("role", Expected.OneOf(Words.Roles.Keys), PersonRole.Member),
            item.Text("title"),
            Email(item, "email"),
            context.Person(item, "deputy"))
        { Left = item.Date("left") };
        item.Finish();
        return person;
    }

    // Enough to catch a slip; whether the address exists only a mail can tell.
    [GeneratedRegex(@"\A[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex EmailShape();
}
