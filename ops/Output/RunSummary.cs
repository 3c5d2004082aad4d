using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Output;

/// <summary>Shows a person what a run did, and what waits.</summary>
internal sealed class RunSummary(Session session)
{
    /// <summary>Writes the summary.</summary>
    public void Write(RunReport report)
    {
        var (standing, locale) = (report.Standing, session.Locale);
        session.Line($"{standing.Engagement.Name} · {locale.LongDate(standing.At)} · {locale.PlanDay(Period.DaysBetween(standing.Engagement.Start, standing.At))}");
        WriteKpis(standing.Kpis);
        session.Line(string.Join(" · ", standing.Milestones.Milestones.Select(milestone => $"{milestone.Id} {session.Say(MilestoneStateWords.Marked(milestone.Status))}")));
        foreach (var warning in standing.Milestones.Warnings)
            session.Line(session.Say("Note: ", "À noter : ") + session.Say(warning));
        foreach (var document in report.Published)
        {
            session.Line(session.Say(
                $"Published: {document.Title}, version {document.Record.Version}", $"Publié : {document.Title}, version {document.Record.Version}"));
        }

        foreach (var started in report.Started)
            session.Line(session.Say($"Started: {started.Id} {started.Title}", $"Démarrée : {started.Id} {started.Title}") + (started.For is { } purpose ? $" · {purpose}" : ""));
        foreach (var item in report.Digests)
            session.Line(Line(item));
        if (report.Published.Count + report.Started.Count == 0 && !report.Digests.Any(item => item.Receipt is not null))
            session.Line(NothingDue(standing.Engagement.State));
    }

    private void WriteKpis(IReadOnlyList<KpiResult> kpis)
    {
        var withData = kpis.Count(kpi => kpi.Status != KpiStatus.NoData);
        var off = kpis.Count(kpi => kpi.Status == KpiStatus.OffTarget);
        session.Line(session.Say($"KPIs: {withData} with data, {off} off target", $"Indicateurs : {withData} avec données, {off} hors cible"));
    }

    private string Line(DigestRunItem item)
    {
        var name = item.Due.Recipient.Name;
        return item.Readiness switch
        {
            DigestReadiness.AwaitReview => session.Say(
                $"Digest for {name}: waits for its approval (ops digest --approve)", $"Point pour {name} : attend sa validation (ops digest --approve)"),
            DigestReadiness.AwaitSources => session.Say(
                $"Digest for {name}: waits for sources", $"Point pour {name} : attend des sources"),
            _ => session.Say($"Digest for {name}: {item.Receipt!.Subject}", $"Point pour {name} : {item.Receipt!.Subject}") + $"\n  {item.Receipt!.Where}",
        };
    }

    private string NothingDue(EngagementState state) => state switch
    {
        EngagementState.Framing => session.Say("The engagement is being framed: nothing is due yet.", "La mission est en cadrage : rien n'est dû pour l'instant."),
        EngagementState.Closed => session.Say("The engagement is closed: nothing is due any more.", "La mission est close : plus rien n'est dû."),
        _ => session.Say("Nothing else was due.", "Rien d'autre n'était dû."),
    };
}
