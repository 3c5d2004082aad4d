namespace OpsAutomation.Documents.Templating.Checks;

/// <summary>The helpers that templates can call, and how many values each takes.</summary>
internal static class TemplateHelperCalls
{
    private static readonly Dictionary<string, (int Least, int Most)> Inline = new(StringComparer.Ordinal)
    {
        ["date"] = (1, 1),
        ["shortDate"] = (1, 1),
        ["dayMonth"] = (1, 1),
        ["number"] = (1, 1),
        ["percent"] = (1, 1),
        ["money"] = (1, 1),
        ["counted"] = (3, 3),
        ["address"] = (2, 2),
        ["chart"] = (1, 1),
        ["kpiTable"] = (0, 50),
        ["revisions"] = (0, 0),
    };

    private static readonly Dictionary<string, (int Least, int Most)> Blocks = new(StringComparer.Ordinal)
    {
        ["if"] = (1, 1),
        ["unless"] = (1, 1),
        ["each"] = (1, 1),
        ["with"] = (1, 1),
        ["figures"] = (0, 0),
    };

    /// <summary>The names of those that stand by themselves.</summary>
    public static IEnumerable<string> Names => Inline.Keys;

    /// <summary>The names of those that enclose text.</summary>
    public static IEnumerable<string> BlockNames => Blocks.Keys;

    /// <summary>Whether there is a helper of that name.</summary>
    public static bool Has(string name) => Inline.ContainsKey(name);

    /// <summary>Whether there is a block of that name.</summary>
    public static bool HasBlock(string name) => Blocks.ContainsKey(name);

    /// <summary>Whether a helper or block takes so many values.</summary>
    public static bool Takes(string name, int values) =>
        Inline.TryGetValue(name, out var range) || Blocks.TryGetValue(name, out range) ? values >= range.Least && values <= range.Most : true;

    /// <summary>How many it takes, in words: a helper takes a fixed number but for kpiTable, which takes any.</summary>
    public static int Wanted(string name) => Inline.TryGetValue(name, out var range) || Blocks.TryGetValue(name, out range) ? range.Least : 0;
}
