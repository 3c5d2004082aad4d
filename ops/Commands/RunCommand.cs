using System.CommandLine;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;
using OpsAutomation.Privacy;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops run</c>: everything that is due.</summary>
internal sealed class RunCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<string?> at;

    public RunCommand(Session session)
        : base(session, "run", "Do everything that is due, once.", "Faire tout ce qui est dû, une seule fois.")
    {
        engagement = AddEngagement();
        at = AddValue("--at", "DATE", "act as at the end of that day; now by default", "faire comme à la fin de ce jour ; maintenant par défaut");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var day = Values.Date(parsed.GetValue(at), "--at");
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        open.Home.RefuseHeld();
        if (day is { } asked)
            Session.MoveTo(asked, open.Engagement.Zone);
        var report = await new EngagementRun(open.Home.Blobs, open.Home.State, open.Home.Mailer, Session.Time, links: Session.DigestLinks(open.Home))
            .RunAsync(open.Engagement, cancellationToken);
        // What is over age is so by the clock, not by a day that somebody names.
        if (day is null)
            await new RetentionSweep(open.Home.Blobs, open.Home.State, Session.Time).RunAsync(open.Engagement, cancellationToken);
        new RunSummary(Session).Write(report);
        return 0;
    }
}
