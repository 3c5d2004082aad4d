using OpsAutomation.Engagements;

namespace OpsAutomation.Documents;

/// <summary>The sections that say how a company works, a line each, for the hash of what a document was made from; nothing where a section is empty.</summary>
internal static class WorkingParts
{
    public static IEnumerable<string> Of(Engagement engagement) =>
    [
        .. engagement.Processes.Select(process => Joined("process", process.Id, process.Name, process.Owner, process.Team, process.Trigger, process.Input, process.Output,
            process.Tool, process.PerMonth, process.Hours, process.Pain, process.Sop, string.Join(';', process.Next))),
        .. engagement.Backlog.Items.Select(item => engagement.Backlog.Scoring + " " + item),
        .. engagement.Roadmap.Select(move => move.ToString()),
        .. engagement.Training.Select(line => Joined("training", line.Subject, string.Join(',', line.Who), line.Trainer, line.Sop, line.Hours, line.By, line.Proof, line.Done)),
        .. engagement.Automations.Select(automation => automation.ToString()),
        .. engagement.Routines.Select(routine => routine.ToString()),
        .. engagement.Calendar.Without.Select(id => "without " + id),
        .. engagement.Calendar.Dates.Select(date => date.ToString()),
        .. (IEnumerable<string>)(engagement.Calendar is { Owner: null, Accountant: null } ? [] : [Joined("calendar", engagement.Calendar.Owner, engagement.Calendar.Accountant)]),
        .. engagement.DecisionRights.Select(right => Joined("right", right.Decision, right.Who, right.UpTo, right.Above, string.Join(',', right.Consulted), right.Written)),
        .. engagement.Policies.Select(policy => policy.ToString()),
        .. engagement.Access.Select(grant => grant.ToString()),
        .. engagement.Continuity.Activities.Select(activity => activity.ToString()),
        .. (IEnumerable<string>)(engagement.Continuity is { Confirmed: null, Repairs: null, RepairsDeputy: null, Numbers: null } ? []
            : [Joined("continuity", engagement.Continuity.Confirmed, engagement.Continuity.Repairs, engagement.Continuity.RepairsDeputy, engagement.Continuity.Numbers)]),
    ];

    private static string Joined(params ReadOnlySpan<object?> values) => string.Join('|', values);
}
