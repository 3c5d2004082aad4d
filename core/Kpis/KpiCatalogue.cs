using OpsAutomation.Engagements;
using OpsAutomation.Kpis.Catalogue;

namespace OpsAutomation.Kpis;

/// <summary>Every KPI that the product knows, and those of an engagement's own.</summary>
public static class KpiCatalogue
{
    private static readonly Dictionary<string, KpiDefinition> ById;

    static KpiCatalogue()
    {
        All =
        [
            .. SalesKpis.All,
            .. MarketingKpis.All,
            .. FinanceKpis.All,
            .. CustomersKpis.All,
            .. SupportKpis.All,
            .. QualityKpis.All,
            .. DeliveryKpis.All,
            .. OperationsKpis.All,
        ];
        ById = All.ToDictionary(definition => definition.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The KPIs of the catalogue, in the order in which they are shown.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; }

    /// <summary>The KPI of that id, or null.</summary>
    public static KpiDefinition? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The KPI of that id in the catalogue or among the engagement's own, or null.</summary>
    public static KpiDefinition? Find(string id, Engagement engagement) => Find(id)
        ?? Of(engagement).FirstOrDefault(definition => string.Equals(definition.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The KPIs of an engagement: the catalogue with the engagement's grains, and its own.</summary>
    public static IReadOnlyList<KpiDefinition> Of(Engagement engagement) =>
    [
        .. All.Concat(engagement.Kpis.Custom.Select(CustomKpis.Define))
            .Select(definition => engagement.Kpis.Grains.TryGetValue(definition.Id, out var grain) ? definition with { Grain = grain } : definition),
    ];

    /// <summary>The ids that digests and documents show: those the engagement follows, else the defaults of its size.</summary>
    public static IReadOnlyList<string> Followed(Engagement engagement) =>
        engagement.Kpis.Followed.Count > 0 ? engagement.Kpis.Followed : FollowedBy(engagement.Size);

    /// <summary>The ids that an engagement of a size follows unless it says otherwise; a solo business has five.</summary>
    public static IReadOnlyList<string> FollowedBy(EngagementSize size) => size switch
    {
        EngagementSize.Solo => FollowedKpis.Solo,
        EngagementSize.Small => FollowedKpis.Small,
        _ => FollowedKpis.Sme,
    };
}
