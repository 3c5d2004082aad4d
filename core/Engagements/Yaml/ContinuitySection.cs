using OpsAutomation.Documents;

namespace OpsAutomation.Engagements.Yaml;

/// <summary>The section <c>continuity</c>: what comes back first, how fast, and who repairs.</summary>
internal static class ContinuitySection
{
    public static Continuity Read(YamlFields root)
    {
        if (root.Fields("continuity") is not { } fields)
            return new();
        var continuity = new Continuity
        {
            Activities = [.. fields.List("activities").Select(Activity)],
            Confirmed = fields.Date("confirmed"),
            Repairs = fields.Text("repairs"),
            RepairsDeputy = fields.Text("repairsDeputy"),
            Numbers = fields.Text("numbers"),
        };
        fields.Finish();
        return continuity;
    }

    private static ContinuityActivity Activity(YamlFields item)
    {
        var playbooks = DocumentLibrary.Kinds.Where(kind => kind.Family == DocumentFamily.Playbook && kind.Id != "continuity-plan").Select(kind => kind.Id).ToList();
        var activity = new ContinuityActivity(
            item.RequiredText("name"), item.RequiredText("rto"), item.RequiredText("rpo"), item.Text("minimum"),
            item.Parse("playbook", Expected.OneOf(playbooks), text => playbooks.Contains(text.Trim(), StringComparer.Ordinal) ? text.Trim() : null));
        item.Finish();
        return activity;
    }
}
