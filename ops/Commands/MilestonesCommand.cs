using System.CommandLine;
using OpsAutomation.Milestones;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops milestones</c>: the 30-60-90 plan as it stands.</summary>
internal sealed class MilestonesCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<string?> at;
    private readonly Option<bool> json;

    public MilestonesCommand(Session session)
        : base(session, "milestones", "Show the 30-60-90 plan.", "Afficher le plan 30-60-90.")
    {
        engagement = AddEngagement();
        at = AddAt();
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var day = Values.Date(parsed.GetValue(at), "--at");
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var report = await new StandingReader(open.Home.Blobs, open.Home.State, Session.Time)
            .MilestonesAsync(open.Engagement, day ?? open.Today, open.Today, cancellationToken);
        if (parsed.GetValue(json))
            JsonOutput.Write(Session.Out, writer => MilestoneJson.Write(writer, report, Session.Language));
        else
            new MilestoneTable(Session, open.Engagement).Write(report);
        return 0;
    }
}
