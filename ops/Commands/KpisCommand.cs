using System.CommandLine;
using OpsAutomation.Kpis;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops kpis</c>: every KPI with its value, change, target, status and sources.</summary>
internal sealed class KpisCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<string?> at;
    private readonly Option<string?> from;
    private readonly Option<string?> to;
    private readonly Option<bool> json;

    public KpisCommand(Session session)
        : base(session, "kpis", "Show the KPIs.", "Afficher les indicateurs.")
    {
        engagement = AddEngagement();
        at = AddAt();
        from = AddValue("--from", "DATE", "the first day of the period", "le premier jour de la période");
        to = AddValue("--to", "DATE", "the last day of the period", "le dernier jour de la période");
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var day = Values.Date(parsed.GetValue(at), "--at");
        var (first, last) = Values.Period(parsed.GetValue(from), parsed.GetValue(to));
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var request = new KpiRequest { At = day ?? open.Today, From = first, To = last, Today = open.Today };
        var kpis = await new StandingReader(open.Home.Blobs, open.Home.State, Session.Time).KpisAsync(open.Engagement, request, cancellationToken);
        if (parsed.GetValue(json))
            JsonOutput.Write(Session.Out, writer => KpiJson.Write(writer, kpis, Session.Language));
        else
            new KpiReport(Session, open.Engagement).Write(kpis);
        return 0;
    }
}
