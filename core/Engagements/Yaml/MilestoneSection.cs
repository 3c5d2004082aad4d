namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>milestones</c>: what differs from the default 30-60-90 plan.</summary>
internal static class MilestoneSection
{
    private static readonly string[] Kinds = ["manual", "document", "kpi", "task", "decision", "event"];
    private static readonly string[] KpiTests = ["defined", "has-target", "improved"];
    private static readonly string[] TaskTests = ["list", "tag", "name"];
    private static readonly LocalizedText Id = new(
        "an id of letters and digits was expected, such as J30", "un identifiant fait de lettres et de chiffres est attendu, par exemple J30");

    public static MilestoneSettings Read(YamlFields root, ReadingContext context)
    {
        if (root.Fields("milestones") is not { } fields)
            return new();
        var removed = fields.Texts("removed");
        foreach (var id in removed.Where(id => !EngagementDefaults.Milestones.Contains(id.Text, StringComparer.OrdinalIgnoreCase)))
            context.Errors.Add(id.Line, id.Path, Expected.OneOf(EngagementDefaults.Milestones));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var settings = new MilestoneSettings
        {
            MoveToWorkingDay = fields.Flag("moveToWorkingDay") ?? false,
            Removed = [.. removed.Select(id => id.Text)],
            Changes = [.. fields.List("changes").Select(item => Change(item, context, seen))],
        };
        fields.Finish();
        return settings;
    }

    private static MilestoneSetting Change(YamlFields item, ReadingContext context, HashSet<string> seen)
    {
        var id = item.Parse("id", Id, text => text.Length is > 0 and <= 20 && text.All(char.IsAsciiLetterOrDigit) ? text : null) ?? item.Missing("id", Id, "");
        if (id.Length > 0 && !seen.Add(id))
            item.Refuse("id", Expected.Unique);
        var setting = new MilestoneSetting
        {
            Id = id,
            Day = item.Integer("day", 0, 3650),
            Due = item.Date("due"),
            Reason = item.Text("reason"),
            Title = item.Localized("title"),
            Owner = context.Person(item, "owner"),
            Criteria = item.Has("criteria") ? [.. item.List("criteria").Select(criterion => Criterion(criterion, context))] : null,
        };
        if (setting.Due is not null && setting.Reason is null)
            item.Missing("reason", new("why the due date moved was expected", "la raison du report de l'échéance est attendue"), 0);
        if (id.Length > 0 && !EngagementDefaults.Milestones.Contains(id, StringComparer.OrdinalIgnoreCase) && setting.Day is null)
            item.Missing("day", Expected.Integer(0, 3650), 0);
        item.Finish();
        return setting;
    }

    private static CriterionSetting Criterion(YamlFields item, ReadingContext context)
    {
        var kind = item.Text("kind") ?? "manual";
        if (!Kinds.Contains(kind, StringComparer.Ordinal))
            item.Refuse("kind", Expected.OneOf(Kinds));
        var criterion = new CriterionSetting
        {
            Text = item.Localized("text") ?? item.Missing("text", Expected.Bilingual, new LocalizedText("", "")),
            Kind = kind,
            Owner = context.Person(item, "owner"),
            Of = item.Text("of"),
            Test = item.Text("test"),
            AtLeast = item.Number("atLeast", 0),
        };
        if (kind is "document" or "kpi" or "task" && criterion.Of is null)
            item.Missing("of", Expected.Text, 0);
        if (kind == "kpi" && criterion.Of is { } kpi)
            context.CheckKpi(kpi, item.LineOf("of"), item.PathOf("of"));
        var tests = kind == "kpi" ? KpiTests : kind == "task" ? TaskTests : null;
        if (criterion.Test is { } test && tests?.Contains(test, StringComparer.Ordinal) != true)
            item.Refuse("test", tests is null ? new("no test is known for this kind", "aucun test n'existe pour ce type") : Expected.OneOf(tests));
        item.Finish();
        return criterion;
    }
}
