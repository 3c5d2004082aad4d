using OpsAutomation.Kpis;
using OpsAutomation.Milestones;

namespace OpsAutomation.Ops.Output;

/// <summary>Statuses as a symbol and a word, so that neither colour nor sight of a symbol is needed.</summary>
internal static class StatusWords
{
    /// <summary>The status of a KPI.</summary>
    public static LocalizedText Of(KpiStatus status) => status switch
    {
        KpiStatus.OnTarget => new("✓ on target", "✓ dans la cible"),
        KpiStatus.AtRisk => new("▲ at risk", "▲ à surveiller"),
        KpiStatus.OffTarget => new("✕ off target", "✕ hors cible"),
        KpiStatus.NoTarget => new("no target", "sans cible"),
        _ => new("no data", "pas de données"),
    };

    /// <summary>The status of a milestone.</summary>
    public static LocalizedText Of(MilestoneState state) => state switch
    {
        MilestoneState.Done => new("✓ done", "✓ atteint"),
        MilestoneState.DoneLate => new("✓ done late", "✓ atteint en retard"),
        MilestoneState.Late => new("✕ late", "✕ en retard"),
        MilestoneState.AtRisk => new("▲ at risk", "▲ à surveiller"),
        MilestoneState.OnTrack => new("on track", "en bonne voie"),
        _ => new("upcoming", "à venir"),
    };
}
