using OpsAutomation.Documents;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>processes</c>: what the process map shows.</summary>
internal static class ProcessSection
{
    private static readonly LocalizedText Id = new(
        "an id of lower-case letters, digits and hyphens was expected, such as client-onboarding",
        "un identifiant fait de minuscules, de chiffres et de tirets est attendu, par exemple accueil-client");

    private static readonly LocalizedText Known = new("the id of a process listed under processes was expected", "l'identifiant d'un processus de la liste processes est attendu");

    public static IReadOnlyList<Process> Read(YamlFields root, ReadingContext context)
    {
        var items = root.List("processes");
        foreach (var item in items)
        {
            var id = item.Parse("id", Id, text => text.Length is > 0 and <= 63 && text.All(mark => char.IsAsciiLetterLower(mark) || char.IsAsciiDigit(mark) || mark == '-') ? text : null)
                ?? item.Missing<string?>("id", Id, null);
            if (id is not null && !context.AddProcess(id))
                item.Refuse("id", Expected.Unique);
        }

        return [.. items.Select(item => Process(item, context))];
    }

    /// <summary>The id of a process, or null; one that is not listed is an error.</summary>
    public static string? Find(YamlFields item, string key, ReadingContext context)
    {
        var id = item.Text(key);
        if (id is not null && !context.IsProcess(id))
            item.Refuse(key, Known);
        return id;
    }

    /// <summary>The kind of an SOP, or null; another kind is an error.</summary>
    public static string? Sop(YamlFields item, string key, bool orLink)
    {
        var known = DocumentLibrary.Kinds.Where(kind => kind.Family == DocumentFamily.Sop).Select(kind => kind.Id).ToList();
        var expected = orLink
            ? new LocalizedText($"{Expected.OneOf(known).En}, or the https address of the procedure", $"{Expected.OneOf(known).Fr}, ou l'adresse https de la procédure")
            : Expected.OneOf(known);
        return item.Parse(key, expected, text => known.Contains(text, StringComparer.Ordinal) || (orLink && IsLink(text)) ? text : null);
    }

    private static bool IsLink(string text) => Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps;

    private static Process Process(YamlFields item, ReadingContext context)
    {
        var process = new Process
        {
            Id = item.Text("id") ?? "",
            Name = item.RequiredText("name"),
            Owner = context.Person(item, "owner"),
            Team = item.Text("team"),
            Trigger = item.Text("trigger"),
            Input = item.Text("input"),
            Output = item.Text("output"),
            Tool = item.Text("tool"),
            PerMonth = item.Number("perMonth", 0, 1_000_000),
            Hours = item.Number("hours", 0, 10_000),
            Pain = item.Text("pain"),
            Sop = Sop(item, "sop", orLink: true),
            Next = [.. item.List("next").Select(next => Handoff(next, item.Text("id"), context))],
        };
        item.Finish();
        return process;
    }

    private static ProcessHandoff Handoff(YamlFields item, string? from, ReadingContext context)
    {
        var to = Find(item, "to", context) ?? item.Missing("to", Known, "");
        if (to.Length > 0 && to == from)
            item.Refuse("to", new("another process than this one was expected", "un autre processus que celui-ci est attendu"));
        var handoff = new ProcessHandoff(to, item.Text("what"), item.Text("pain"));
        item.Finish();
        return handoff;
    }
}
