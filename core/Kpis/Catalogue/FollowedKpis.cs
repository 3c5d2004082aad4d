namespace OpsAutomation.Kpis.Catalogue;

/// <summary>What engagements follow unless they say otherwise: the larger the client, the more there is to follow.</summary>
internal static class FollowedKpis
{
    /// <summary>A solo business: five.</summary>
    public static IReadOnlyList<string> Solo { get; } =
    [
        KpiIds.WonAmount,
        KpiIds.Collected,
        KpiIds.OverdueAmount,
        KpiIds.OverdueCount,
        KpiIds.Nps,
    ];

    /// <summary>A small company.</summary>
    public static IReadOnlyList<string> Small { get; } =
    [
        KpiIds.WonAmount,
        KpiIds.WinRate,
        KpiIds.OpenPipeline,
        KpiIds.Cash,
        KpiIds.OverdueAmount,
        KpiIds.LeadTimeDays,
        KpiIds.ResolutionHours,
        KpiIds.Nps,
    ];

    /// <summary>A small or medium-sized enterprise.</summary>
    public static IReadOnlyList<string> Sme { get; } =
    [
        .. Small,
        KpiIds.GrossMargin,
        KpiIds.DsoDays,
        KpiIds.ChurnRate,
        KpiIds.OnTimeRate,
        KpiIds.LoadRate,
        KpiIds.Backlog,
    ];
}
