namespace OpsAutomation.Documents.Models;

/// <summary>The continuity plan as templates read it: what the company settled; where it settled nothing, templates give values to start from.</summary>
internal static class ContinuityLines
{
    /// <summary>The values.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var continuity = context.Engagement.Continuity;
        return new()
        {
            ["activities"] = continuity.Activities.Select(activity => (object?)new Values
            {
                ["name"] = activity.Name,
                ["rto"] = activity.Rto,
                ["rpo"] = activity.Rpo,
                ["minimum"] = activity.Minimum,
                ["playbook"] = activity.Playbook is { } kind ? DocumentLibrary.Find(kind).Title.In(context.Language) : null,
            }).ToList(),
            ["confirmed"] = continuity.Confirmed,
            ["repairs"] = people.Name(continuity.Repairs),
            ["repairsDeputy"] = people.Name(continuity.RepairsDeputy),
            ["numbers"] = continuity.Numbers,
        };
    }
}
