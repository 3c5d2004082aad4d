using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;

namespace OpsAutomation.Documents.Models;

/// <summary>The words for what documents name again and again, as the product's glossary has them.</summary>
internal static class Words
{
    public static LocalizedText Of(PersonRole role) => role switch
    {
        PersonRole.Sponsor => new("sponsor", "commanditaire"),
        PersonRole.Ceo => new("CEO", "direction générale"),
        PersonRole.Relay => new("relay", "relais interne"),
        PersonRole.Deputy => new("deputy", "binôme"),
        PersonRole.InternalCoo => new("internal COO", "COO interne"),
        PersonRole.Obm => new("fractional COO or OBM", "COO à temps partagé ou OBM"),
        PersonRole.Manager => new("manager", "manager"),
        _ => new("team member", "membre de l'équipe"),
    };

    // An NPS of few answers has a target and no status.
    public static LocalizedText StatusOf(KpiResult? kpi) => kpi is { Status: KpiStatus.NoTarget, Target: not null }
        ? kpi.SampleSize is < 30
            ? new("fewer than 30 answers", "moins de 30 réponses")
            : new("no status", "sans statut")
        : Of(kpi?.Status ?? KpiStatus.NoData);

    public static LocalizedText Of(KpiStatus status) => status switch
    {
        KpiStatus.OnTarget => new("✓ on target", "✓ dans la cible"),
        KpiStatus.AtRisk => new("▲ at risk", "▲ à surveiller"),
        KpiStatus.OffTarget => new("✕ off target", "✕ hors cible"),
        KpiStatus.NoTarget => new("no target", "sans cible"),
        _ => new("no data", "pas de données"),
    };

    public static LocalizedText Of(MilestoneState state) => state switch
    {
        MilestoneState.Done => new("✓ done", "✓ atteint"),
        MilestoneState.DoneLate => new("✓ done late", "✓ atteint en retard"),
        MilestoneState.OnTrack => new("on track", "en bonne voie"),
        MilestoneState.AtRisk => new("▲ at risk", "▲ à surveiller"),
        MilestoneState.Late => new("✕ late", "✕ en retard"),
        _ => new("upcoming", "à venir"),
    };

    public static LocalizedText Of(EngagementSize size) => size switch
    {
        EngagementSize.Solo => new("solo business", "activité indépendante"),
        EngagementSize.Small => new("small company", "petite entreprise"),
        _ => new("small or medium-sized enterprise", "PME"),
    };

    public static LocalizedText Since(Grain grain) => grain switch
    {
        Grain.Week => new("week on week", "sur une semaine"),
        Grain.Month => new("month on month", "sur un mois"),
        _ => new("against the period before", "par rapport à la période précédente"),
    };
}
