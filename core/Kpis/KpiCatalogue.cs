using OpsAutomation.Engagements;
using OpsAutomation.Kpis.Catalogue;

namespace OpsAutomation.Kpis;

/// <summary>Every KPI that the product knows, and those of an engagement's own.</summary>
public static class KpiCatalogue
{
    private static readonly Dictionary<string, KpiDefinition> ById;

    static KpiCatalogue()
    {
        All = [.. SalesKpis.All];
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
}
