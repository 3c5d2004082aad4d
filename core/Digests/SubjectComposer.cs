using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;

namespace OpsAutomation.Digests;

/// <summary>Subject, preheader and footer.</summary>
internal static class SubjectComposer
{
    /// <summary>The client's name as a subject can hold it.</summary>
    public static string Client(DigestReader reader) => CleanText.Clip(reader.Context.Engagement.Name, 8, 60);

    /// <summary>Client, week, how many KPIs are off target and how many decisions are awaited.</summary>
    public static string Subject(IReadOnlyList<KpiView> kpis, int decisions, bool withData, DigestReader reader)
    {
        var period = reader.Context.Period;
        var head = $"{Client(reader)} · {reader.Locale.Period(period.Start, period.End)}";
        if (reader.Context.Corrects is not null)
            head = $"{reader.Say("Correction", "Rectificatif")} · {head}";
        if (!withData)
            return decisions == 0 ? $"{head} · {NoData(reader)}" : $"{head} · {NoData(reader)}, {Decisions(decisions, reader)}";
        var off = kpis.Count(view => view.Kpi.Status == KpiStatus.OffTarget);
        return $"{head} · {OffTarget(off, reader)}, {Decisions(decisions, reader)}";
    }

    /// <summary>What the subject counts, by name.</summary>
    public static string Preheader(IReadOnlyList<KpiView> kpis, IReadOnlyList<LogItem> awaited, bool withData, DigestReader reader)
    {
        List<string> parts = [];
        var off = kpis.Where(view => view.Kpi.Status == KpiStatus.OffTarget).Select(view => view.Label).ToList();
        if (withData && off.Count > 0)
            parts.Add(reader.Say("Off target: ", "Hors cible\u00a0: ") + string.Join(" · ", off.Take(3)) + (off.Count > 3 ? "…" : "."));
        if (awaited.Count > 0)
        {
            var ids = string.Join(", ", awaited.Take(3).Select(item => reader.Label(item.Id))) + (awaited.Count > 3 ? "…" : ".");
            parts.Add(reader.Say("To decide: ", "À décider\u00a0: ") + ids);
        }

        return parts.Count > 0 ? string.Join(' ', parts) : reader.Say("Your weekly digest.", "Votre point hebdomadaire.", "Ton point hebdomadaire.");
    }

    /// <summary>For whom the digest is, who answers, and where a reply goes.</summary>
    public static string Footer(DigestReader reader)
    {
        var recipient = reader.Label(reader.Context.Recipient.Name);
        var obm = reader.Context.Engagement.PersonAs(PersonRole.Obm);
        return obm is null
            ? reader.Say($"Weekly digest for {recipient}.", $"Point hebdomadaire pour {recipient}.")
            : reader.Say(
                $"Weekly digest for {recipient}. A reply reaches {reader.Label(obm.Name)}.",
                $"Point hebdomadaire pour {recipient}. Une réponse arrive à {reader.Label(obm.Name)}.");
    }

    /// <summary>The way out, or null where the app has no public address.</summary>
    public static DigestLink? Unsubscribe(DigestReader reader) => reader.Context.Unsubscribe is { } url
        ? new(reader.Say("Stop receiving this digest", "Ne plus recevoir ce point hebdomadaire"), url)
        : null;

    private static string NoData(DigestReader reader) => reader.Say("no data", "pas de données");

    private static string OffTarget(int count, DigestReader reader) => count == 0
        ? reader.Say("no KPI off target", "aucun indicateur hors cible")
        : reader.Count(count, "KPI off target", "KPIs off target", "indicateur hors cible", "indicateurs hors cible");

    private static string Decisions(int count, DigestReader reader) => count == 0
        ? reader.Say("no decision", "aucune décision")
        : reader.Count(count, "decision", "decisions", "décision", "décisions");
}
