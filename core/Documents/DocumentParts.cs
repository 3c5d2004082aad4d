using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Documents.Models;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents;

/// <summary>What a document was made from, by part, as hashes: two versions compared tell the reason of a revision.</summary>
internal static class DocumentParts
{
    private static readonly (string Part, LocalizedText Reason)[] Reasons =
    [
        ("edited", new("edited by hand", "modifié à la main")),
        ("template", new("wording of the procedure or document revised", "texte du document révisé")),
        ("people", new("people or roles changed", "personnes ou rôles modifiés")),
        ("targets", new("targets changed", "cibles modifiées")),
        ("engagement", new("scope, tools or plan of the engagement changed", "périmètre, outils ou plan de la mission modifiés")),
        ("figures", new("figures and follow-up updated", "chiffres et suivi mis à jour")),
    ];

    public static Dictionary<string, string> Of(DocumentContext context, DocumentTemplate template)
    {
        var engagement = context.Engagement;
        return new(StringComparer.Ordinal)
        {
            ["template"] = Hash(template.Text),
            ["people"] = Hash(string.Join('\n', engagement.People.Select(Line).Concat(engagement.Raci.Select(Line)))),
            ["targets"] = Hash(string.Join('\n', Shown(context, template).Select(id => id + " " + KpiLines.Goal(context, id, context.Kpis.FirstOrDefault(kpi => kpi.Id == id))))),
            ["engagement"] = Hash(string.Join('\n', Settings(engagement))),
        };
    }

    /// <summary>The parts that differ; <c>figures</c> where none of them does.</summary>
    public static IReadOnlyList<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        var changed = after.Where(part => before.GetValueOrDefault(part.Key) != part.Value).Select(part => part.Key).ToList();
        return changed.Count > 0 ? changed : ["figures"];
    }

    /// <summary>The reason of a version in words.</summary>
    public static string Reason(IReadOnlyList<string> changed, Language language)
    {
        var words = Reasons.Where(reason => changed.Contains(reason.Part, StringComparer.Ordinal)).Select(reason => reason.Reason.In(language)).ToList();
        if (words.Count == 0)
            return language == Language.French ? "Première version" : "First version";
        var text = string.Join(language == Language.French ? "\u00a0; " : "; ", words);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IReadOnlyList<string> Shown(DocumentContext context, DocumentTemplate template) =>
        template.List("kpis") is { Count: > 0 } ids ? ids : KpiLines.FollowedIds(context);

    private static string Line(RaciRow row) =>
        string.Join('|', row.Process, string.Join(',', row.Responsible), string.Join(',', row.Accountable), string.Join(',', row.Consulted), string.Join(',', row.Informed));

    // Written out: a field that is added to people or tools later must not make everybody's next revision say that they changed.
    private static string Line(Person person) =>
        $"Person {{ Id = {person.Id}, Name = {person.Name}, Role = {person.Role}, Title = {person.Title}, Email = {person.Email}, Deputy = {person.Deputy} }}"
        + (person.Left is { } left ? $" left {left}" : "");

    private static string Line(Tool tool) =>
        $"Tool {{ Name = {tool.Name}, Purpose = {tool.Purpose}, Owner = {tool.Owner}, MonthlyCost = {tool.MonthlyCost}, Kept = {tool.Kept} }}"
        + (tool.Categories.Count > 0 ? " " + string.Join(',', tool.Categories) : "")
        + (tool is { Backup: null, Restored: null } ? "" : $" backup {tool.Backup} {tool.Restored}");

    private static IEnumerable<string> Settings(Engagement engagement) =>
    [
        engagement.Name, $"{engagement.Start} {engagement.DaysPerWeek} {engagement.DayRate} {engagement.Currency} {engagement.Size} {engagement.Address}",
        $"{engagement.Scope.Business}|{engagement.Scope.Stakes}|{engagement.Scope.Headcount}",
        .. engagement.Scope.Included, .. engagement.Scope.Excluded, .. engagement.Scope.Access,
        .. engagement.Tools.Select(Line),
        .. engagement.Documents.Kinds, $"{engagement.Documents.ReviewMonths}",
        .. engagement.Capacity.Select(person => $"{person.Person} {person.HoursPerWeek}"),
        .. WorkingParts.Of(engagement),
    ];
}
