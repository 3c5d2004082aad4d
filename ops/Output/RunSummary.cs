using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Documents.Asking;
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
            var version = document.Record.Latest.Version;
            session.Line(document.IsDraft
                ? session.Say($"Draft, awaits approval: {document.Title}, version {version}", $"Brouillon, attend une validation\u00a0: {document.Title}, version {version}")
                : session.Say($"Published: {document.Title}, version {version}", $"Publié\u00a0: {document.Title}, version {version}"));
        }

        foreach (var started in report.Started)
            session.Line(session.Say($"Started: {started.Id} {started.Title}", $"Démarrée : {started.Id} {started.Title}") + (started.For is { } purpose ? $" · {purpose}" : ""));
        foreach (var item in report.Digests)
            session.Line(Line(item));
        foreach (var ask in report.Asks.Sent)
            session.Line(Line(ask));
        if (report.Asks.Waiting.Count > 0)
            session.Line(Waiting(report.Asks));
        if (report.Published.Count + report.Started.Count + report.Asks.Sent.Count == 0 && !report.Digests.Any(item => item.Receipt is not null))
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

    private string Line(SentAsk ask)
    {
        var kinds = string.Join(", ", ask.Items.Select(item => item.Kind));
        return (ask.Purpose == AskPurpose.Approval
            ? session.Say($"Asked {ask.Person.Name} to approve: {kinds}", $"Validation demandée à {ask.Person.Name}\u00a0: {kinds}")
            : session.Say($"Asked {ask.Person.Name} to read: {kinds}", $"Lecture demandée à {ask.Person.Name}\u00a0: {kinds}")) + $"\n  {ask.Where}";
    }

    private string Waiting(AskReport asks)
    {
        var names = string.Join(", ", asks.Waiting.Select(person => person.Name));
        return asks.HasAddress
            ? session.Say($"To be asked about documents: {names}. Nobody can send the mail: set sender in the engagement's file.", $"À solliciter au sujet de documents\u00a0: {names}. Personne ne peut envoyer le message\u00a0: indiquez sender dans le fichier de la mission.")
            : session.Say($"To be asked about documents: {names}. For their links set Ops__PublicUrl, such as https://ops.example.com.", $"À solliciter au sujet de documents\u00a0: {names}. Pour leurs liens, renseignez Ops__PublicUrl, par exemple https://ops.example.com.");
    }

    private string NothingDue(EngagementState state) => state switch
    {
        EngagementState.Framing => session.Say("The engagement is being framed: nothing is due yet.", "La mission est en cadrage : rien n'est dû pour l'instant."),
        EngagementState.Closed => session.Say("The engagement is closed: nothing is due any more.", "La mission est close : plus rien n'est dû."),
        _ => session.Say("Nothing else was due.", "Rien d'autre n'était dû."),
    };
}
