using System.Text.Json;
using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Milestones;

namespace OpsAutomation.Events.Chats;

/// <summary>Words an event for people, in the engagement's language and with its figures as that locale writes them.</summary>
internal sealed class ChatComposer(Engagement engagement, BoardAddress? board)
{
    private readonly Locale locale = engagement.Locale;

    /// <summary>The message.</summary>
    public ChatMessage Compose(OutgoingEvent happening)
    {
        using var json = JsonDocument.Parse(happening.Data);
        var data = new ChatData(json.RootElement, locale.Language);
        var (title, facts) = Words(happening, data);
        var at = happening.Occurred.InZone(engagement.Zone);
        return new(
            CleanText.Clip(title, 40, 240),
            [.. facts.Where(fact => fact.Value.Length > 0)],
            $"{CleanText.Clip(engagement.Name, 24, 160)} · {locale.ShortMoment(at.LocalDateTime)}",
            board?.Of(engagement.Id),
            Say("Open the board", "Ouvrir le tableau de bord"),
            locale.Language);
    }

    private (string Title, IReadOnlyList<(string Label, string Value)> Facts) Words(OutgoingEvent happening, ChatData data) => happening.Type switch
    {
        EventTypes.ExportIngested => (Titled(Say("Export imported", "Export importé"), data.Text("file")), Rows(data)),
        EventTypes.ExportRefused => (Titled("✕ " + Say("Export refused", "Export refusé"), data.Text("file")), Reason(data)),
        EventTypes.KpiOffTarget => (Titled($"✕ {data.Text("label")}", Say("off target", "hors cible")), Figure(data)),
        EventTypes.KpiOnTarget => (Titled($"✓ {data.Text("label")}", Say("back on target", "de nouveau dans la cible")), Figure(data)),
        EventTypes.SourceStale => (Titled("▲ " + Say("Stale data", "Données anciennes"), data.Text("name")), Stale(data)),
        EventTypes.MilestoneAtRisk => (Milestone(MilestoneState.AtRisk, data), Plan(data)),
        EventTypes.MilestoneLate => (Milestone(MilestoneState.Late, data), Plan(data)),
        EventTypes.MilestoneDone => (Milestone(data.Day("doneOn") > data.Day("due") ? MilestoneState.DoneLate : MilestoneState.Done, data), Plan(data)),
        EventTypes.ChecklistDone => (
            Titled("✓ " + Say("Checklist done", "Check-list terminée"), data.Text("checklist")),
            [(Say("Lines", "Lignes"), Count(data.Number("lines"))), (Say("Done on", "Terminée le"), Date(data.Day("doneOn")))]),
        EventTypes.DecisionAwaited => (
            Titled(Say("Decision needed", "Décision attendue"), data.Text("decision")),
            [(Say("Before", "Avant le"), Date(data.Day("due"))), (Say("Topic", "Sujet"), data.Text("topic") ?? "")]),
        EventTypes.DocumentPublished => (
            Titled(Say("Document published", "Document publié"), data.Text("title")),
            [(Say("Version", "Version"), Count(data.Number("version"))), (Say("On", "Le"), Date(data.Day("publishedOn")))]),
        EventTypes.DigestSent => (
            Titled(Say("Weekly digest sent", "Point hebdomadaire envoyé"), data.Text("recipient")),
            [(Say("Week of", "Semaine du"), Date(data.Day("week"))), (Say("Correction", "Rectificatif"), data.Number("revision") > 1 ? Count(data.Number("revision") - 1) : "")]),
        EventTypes.DigestFailed => (Titled("✕ " + Say("Weekly digest not sent", "Point hebdomadaire non envoyé"), data.Text("recipient")), Reason(data)),
        EventTypes.Ping => (Say("Test: this channel gets the events of the engagement.", "Essai\u00a0: ce canal reçoit les événements de la mission."), []),
        _ => (Titled(happening.Type, CleanText.OneLine(happening.Subject)), []),
    };

    private IReadOnlyList<(string, string)> Rows(ChatData data) =>
    [
        (Say("Source", "Source"), data.Text("source") ?? data.Text("profile") ?? ""),
        (Say("Rows", "Lignes"), Count(data.Number("read"))),
        (Say("Rejected", "Rejetées"), Count(data.Number("rejected"))),
        (Say("Data of", "Données du"), Date(data.Day("taken"))),
    ];

    private IReadOnlyList<(string, string)> Reason(ChatData data) => [(Say("Reason", "Raison"), data.Text("reason") ?? "")];

    private IReadOnlyList<(string, string)> Figure(ChatData data)
    {
        var (from, to) = (data.Day("from"), data.Day("to"));
        return
        [
            (Say("Value", "Valeur"), Value(data, "value")),
            (Say("Target", "Cible"), data.Number("target") is null ? "" : Bound(data.Text("kpi")) + Value(data, "target")),
            (Say("Period", "Période"), from is { } first && to is { } last ? locale.PeriodWithYear(first, last) : ""),
        ];
    }

    // What the target is: at least, or at most.
    private string Bound(string? kpi) => (engagement.Kpis.Custom.FirstOrDefault(own => own.Id == kpi)?.Direction ?? (kpi is null ? null : KpiCatalogue.Find(kpi)?.Direction)) switch
    {
        KpiDirection.Higher => "≥\u00a0",
        KpiDirection.Lower => "≤\u00a0",
        _ => "",
    };

    private string Value(ChatData data, string name)
    {
        if (data.Number(name) is not { } value)
            return Say("no data", "pas de données");
        var word = data.Text("unit") ?? "";
        return Enum.TryParse<KpiUnit>(word, ignoreCase: true, out var unit) ? locale.Kpi(value, unit) : locale.Kpi(value, KpiUnit.Money, word);
    }

    private IReadOnlyList<(string, string)> Stale(ChatData data) =>
    [
        (Say("Last export", "Dernier export"), data.Day("taken") is { } taken ? Date(taken) : Say("never", "jamais")),
        (Say("Stale after", "Anciennes après"), data.Number("staleAfterDays") is { } days ? locale.Number(days, 0) + Say(days == 1 ? "\u00a0day" : "\u00a0days", days < 2 ? "\u00a0jour" : "\u00a0jours") : ""),
    ];

    private string Milestone(MilestoneState state, ChatData data)
    {
        var symbol = MilestoneStateWords.Symbol(state);
        return Titled($"{symbol} {data.Text("title")}", MilestoneStateWords.Word(state).In(locale.Language));
    }

    private IReadOnlyList<(string, string)> Plan(ChatData data) =>
    [
        (Say("Milestone", "Jalon"), data.Text("milestone") ?? ""),
        (Say("Due", "Échéance"), Date(data.Day("due"))),
        (Say("Done on", "Atteint le"), Date(data.Day("doneOn"))),
        (Say("Exit criteria", "Critères d'achèvement"), data.Number("criteria") is { } all ? Say($"{Count(data.Number("met"))} of {Count(all)}", $"{Count(data.Number("met"))} sur {Count(all)}") : ""),
    ];

    private string Titled(string what, string? which) => which is null ? what : what + Say(": ", "\u00a0: ") + which;

    private string Count(decimal? number) => number is { } value ? locale.Number(value, 0) : "";

    private string Date(LocalDate? day) => day is { } known ? locale.ShortDate(known) : "";

    private string Say(string en, string fr) => locale.Language == Language.French ? fr : en;
}
