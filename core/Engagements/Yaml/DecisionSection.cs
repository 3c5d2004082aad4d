namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>decisionRights</c> and <c>policies</c>: who decides, and by which rules.</summary>
internal static class DecisionSection
{
    public static IReadOnlyList<DecisionRight> Rights(YamlFields root, ReadingContext context) => [.. root.List("decisionRights").Select(item =>
    {
        var right = new DecisionRight(
            item.RequiredText("decision"),
            context.Person(item, "who") ?? item.Missing("who", Expected.Person, ""),
            item.Number("upTo", 0),
            context.Person(item, "above"),
            context.Persons(item, "consulted"),
            item.Text("written"));
        if (right.Above is not null && right.UpTo is null)
            item.Missing("upTo", Expected.Number(0, null), 0);
        item.Finish();
        return right;
    })];

    public static IReadOnlyList<Policy> Policies(YamlFields root, ReadingContext context) => [.. root.List("policies").Select(item =>
    {
        var policy = new Policy(item.RequiredText("name"), item.RequiredText("rule"), context.Person(item, "owner"), item.Date("reviewed"));
        item.Finish();
        return policy;
    })];
}
