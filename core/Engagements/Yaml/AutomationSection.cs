namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>automations</c>: what runs by itself in the client's tools.</summary>
internal static class AutomationSection
{
    public static IReadOnlyList<Automation> Read(YamlFields root, ReadingContext context) => [.. root.List("automations").Select(item =>
    {
        var automation = new Automation
        {
            Name = item.RequiredText("name"),
            Trigger = item.Text("trigger"),
            Does = item.Text("does"),
            Tool = item.Text("tool"),
            Owner = context.Person(item, "owner"),
            Breaks = item.Text("breaks"),
            Fallback = item.Text("fallback"),
            Critical = item.Flag("critical") ?? false,
            Tested = item.Date("tested"),
        };
        item.Finish();
        return automation;
    })];
}
