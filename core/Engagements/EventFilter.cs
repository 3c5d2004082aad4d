using System.IO.Enumeration;
using System.Text.Json;

namespace OpsAutomation.Engagements;

/// <summary>
/// Which events are told: those whose type one of the patterns matches, and of these, where a list is given for what they are about, those
/// about something on it. A pattern is an id, or one with <c>*</c> for any characters.
/// </summary>
/// <param name="Types">The types; empty for all.</param>
/// <param name="Where">By what events are about, one of <see cref="Subjects"/>: whom or what they must name. Other events are left alone by it.</param>
public sealed record EventFilter(IReadOnlyList<string> Types, IReadOnlyDictionary<string, IReadOnlyList<string>> Where)
{
    // By what an event is about: the types that are, and where their data name it.
    private static readonly Dictionary<string, (string Prefix, string Field)[]> Names = new(StringComparer.Ordinal)
    {
        ["kpi"] = [("kpi.", "kpi")],
        ["milestone"] = [("milestone.", "milestone")],
        ["document"] = [("document.", "kind")],
        ["checklist"] = [("checklist.", "checklist")],
        ["recipient"] = [("digest.", "recipient")],
        ["source"] = [("export.", "source"), ("source.", "")],
    };

    /// <summary>Every event.</summary>
    public static EventFilter Everything { get; } = new([], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>What a list can be given for.</summary>
    public static IReadOnlyCollection<string> Subjects => Names.Keys;

    /// <summary>Whether a name is one that a pattern means.</summary>
    public static bool Matches(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern.Replace("?", "\\?", StringComparison.Ordinal), name, ignoreCase: true);

    /// <summary>Whether events of a type can be told, whatever they are about.</summary>
    public bool WantsType(string type) => Types.Count == 0 || Types.Any(pattern => Matches(pattern, type));

    /// <summary>Whether a list for a subject has to do with events of a type.</summary>
    public static bool IsAbout(string subject, string type) => Names[subject].Any(name => type.StartsWith(name.Prefix, StringComparison.Ordinal));

    /// <summary>Whether an event is told.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="data">Its data: a JSON object.</param>
    public bool Wants(string type, string subject, string data)
    {
        if (!WantsType(type))
            return false;
        foreach (var (about, patterns) in Where)
        {
            var name = Array.Find(Names[about], one => type.StartsWith(one.Prefix, StringComparison.Ordinal));
            if (name.Prefix is null)
                continue;
            var named = name.Field.Length == 0 ? subject : Field(data, name.Field);
            if (named is null || !patterns.Any(pattern => Matches(pattern, named)))
                return false;
        }

        return true;
    }

    private static string? Field(string data, string field)
    {
        using var json = JsonDocument.Parse(data);
        return json.RootElement.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
