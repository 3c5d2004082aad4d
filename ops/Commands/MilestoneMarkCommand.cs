using System.CommandLine;
using OpsAutomation.Milestones;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops milestone done|reopen</c>: says that a milestone or criterion is met, or is not after all.</summary>
internal sealed class MilestoneMarkCommand : OpsCommand
{
    private readonly bool isDone;
    private readonly Argument<string> id;
    private readonly Option<string?> engagement;
    private readonly Option<string?> by;
    private readonly Option<string?> note;

    public MilestoneMarkCommand(Session session, bool isDone)
        : base(
            session, isDone ? "done" : "reopen",
            isDone ? "Mark a milestone or criterion as done." : "Take back what was marked as done.",
            isDone ? "Marquer un jalon ou un critère comme atteint." : "Revenir sur ce qui a été marqué comme atteint.")
    {
        this.isDone = isDone;
        id = AddWord("ID", "J30 for a milestone, J30-3 for a criterion", "J30 pour un jalon, J30-3 pour un critère");
        engagement = AddEngagement();
        by = AddValue("--by", "WHO", "who says so", "qui le dit", required: true);
        note = AddValue("--note", "TEXT", "what shows it, or why", "ce qui le montre, ou pourquoi", required: true);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var store = new MilestoneStore(open.Home.State, Session.Time);
        var (what, who, why) = (parsed.GetValue(id)!, parsed.GetValue(by)!, parsed.GetValue(note));
        if (isDone)
            await store.MarkDoneAsync(open.Engagement, what, who, why, open.Today, cancellationToken);
        else
            await store.ReopenAsync(open.Engagement, what, who, why, open.Today, cancellationToken);

        var report = await new StandingReader(open.Home.Blobs, open.Home.State, Session.Time)
            .MilestonesAsync(open.Engagement, open.Today, open.Today, cancellationToken);
        var milestone = report.Milestones.First(candidate =>
            string.Equals(candidate.Id, what, StringComparison.OrdinalIgnoreCase)
            || candidate.Criteria.Any(criterion => string.Equals(criterion.Id, what, StringComparison.OrdinalIgnoreCase)));
        var state = $"{milestone.Id} {Session.Say(MilestoneStateWords.Marked(milestone.Status))}, {milestone.Criteria.Count(criterion => criterion.Met)}/{milestone.Criteria.Count}";
        Session.Line(isDone
            ? Session.Say($"{what} marked as done. {state}", $"{what} marqué comme atteint. {state}")
            : Session.Say($"{what} reopened. {state}", $"{what} rouvert. {state}"));
        return 0;
    }
}
