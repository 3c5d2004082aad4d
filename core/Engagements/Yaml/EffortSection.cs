using OpsAutomation.Documents;

namespace OpsAutomation.Engagements.Yaml;

/// <summary>The section <c>effort</c>: hours by kind of checklist and by milestone.</summary>
internal static class EffortSection
{
    private const decimal Most = 10_000;

    public static Effort Read(YamlFields root, MilestoneSettings milestones)
    {
        if (root.Fields("effort") is not { } fields)
            return new();
        var kinds = DocumentLibrary.Kinds.Where(kind => kind.Family == DocumentFamily.Checklist).Select(kind => kind.Id).ToList();
        var ids = new[] { "J10", "J30", "J60", "J90" }.Concat(milestones.Changes.Select(change => change.Id)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var effort = new Effort
        {
            Checklists = Hours(fields, "checklists", kinds, StringComparer.Ordinal),
            Milestones = Hours(fields, "milestones", ids, StringComparer.OrdinalIgnoreCase),
        };
        fields.Finish();
        return effort;
    }

    private static Dictionary<string, decimal?> Hours(YamlFields section, string key, List<string> known, StringComparer comparer)
    {
        var hours = new Dictionary<string, decimal?>(comparer);
        if (section.Fields(key) is not { } fields)
            return hours;
        foreach (var entry in fields.Entries)
        {
            var number = fields.Number(entry.Key, 0, Most);
            if (!known.Contains(entry.Key, comparer))
                fields.Refuse(entry.Key, Expected.OneOf(known));
            else if (number is not null)
                hours[entry.Key] = number;
        }

        return hours;
    }
}
