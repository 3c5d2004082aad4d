using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace OpsAutomation.Documents.Templating.Checks;

/// <summary>The names that values can have anywhere in what documents are filled from.</summary>
internal static partial class TemplateWords
{
    // Named by no template of the product; those of the engagement may.
    private static readonly string[] Others = ["be", "ca", "ch", "covered", "currency", "email", "fr", "french", "gb", "id", "length", "Count", "pressing", "quick", "reviewMonths", "solo", "toolCost", "tu", "us"];

    private static readonly Lazy<FrozenSet<string>> All = new(() => Read().ToFrozenSet(StringComparer.Ordinal));

    private static readonly FrozenDictionary<string, string> Counted = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["review"] = "review",
        ["impact"] = "impact",
        ["workload"] = "capacity",
        ["daily"] = "daily",
        ["hygiene"] = "crm-defects",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name.</summary>
    public static IReadOnlySet<string> Known => All.Value;

    /// <summary>What the front matter's <c>counts</c> can name.</summary>
    public static IReadOnlySet<string> Counts { get; } = Counted.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the front matter's <c>counts</c> must name for a value to be there; null where it always is.</summary>
    public static string? NeededFor(string value) => Counted.GetValueOrDefault(value);

    private static IEnumerable<string> Read() => Others.Concat(
        from kind in DocumentLibrary.Kinds
        from language in Enum.GetValues<Language>()
        from Match expression in Expression().Matches(TemplateSource.BuiltIn(kind.Id, language).Body)
        from Match word in Word().Matches(Quoted().Replace(expression.Value, ""))
        select word.Value);

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();
}
