namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>tools</c> and <c>roadmap</c>: what the client works with, and what becomes of it.</summary>
internal static class ToolSection
{
    private static readonly LocalizedText KnownTool = new("the name of a tool listed under tools was expected", "le nom d'un outil de la liste tools est attendu");

    public static IReadOnlyList<Tool> Tools(YamlFields root, ReadingContext context) => [.. root.List("tools").Select(item =>
    {
        var tool = new Tool(item.RequiredText("name"), item.Text("purpose"), context.Person(item, "owner"), item.Number("monthlyCost", 0), item.Flag("kept") ?? true)
        {
            Categories = item.Has("category") ? [.. item.Texts("category").Select(category => category.Text.Trim())] : [],
            Backup = item.Text("backup"),
            Restored = item.Date("restored"),
        };
        item.Finish();
        return tool;
    })];

    public static IReadOnlyList<ToolMove> Roadmap(YamlFields root, ReadingContext context, Engagement engagement)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. root.List("roadmap").Select(item => Move(item, context, engagement, seen))];
    }

    /// <summary>Whether the inventory lists a tool; what it does not list is an error.</summary>
    public static string ToolOf(YamlFields item, Engagement engagement)
    {
        var name = item.RequiredText("tool", KnownTool);
        if (name.Length > 0 && !engagement.Tools.Any(tool => tool.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            item.Refuse("tool", KnownTool);
        return name;
    }

    private static ToolMove Move(YamlFields item, ReadingContext context, Engagement engagement, HashSet<string> seen)
    {
        var tool = ToolOf(item, engagement);
        if (tool.Length > 0 && !seen.Add(tool))
            item.Refuse("tool", new("the tool has a line above: one line a tool was expected", "l'outil a déjà une ligne plus haut\u00a0: une ligne par outil est attendue"));
        var decision = item.Choice("decision", Words.ToolDecisions) ?? item.Missing("decision", Expected.OneOf(Words.ToolDecisions.Keys), ToolDecision.Keep);
        var move = new ToolMove(
            tool, decision, item.Date("by"), item.Text("with"), item.Number("newMonthlyCost", 0), item.Number("oneOffCost", 0), context.Person(item, "owner"), item.Text("reason"));
        if (decision != ToolDecision.Keep && move.By is null)
            item.Missing("by", Expected.Date, 0);
        if (decision == ToolDecision.Replace && move.With is null)
            item.Missing("with", new("what takes the tool's place was expected", "ce qui remplace l'outil est attendu"), 0);
        if (decision != ToolDecision.Replace && item.Has("newMonthlyCost"))
            item.Refuse("newMonthlyCost", new("a cost of the replacement goes with decision: replace", "le coût du remplaçant va avec decision: replace"));
        item.Finish();
        return move;
    }
}
