using OpsAutomation.Kpis;

namespace OpsAutomation.Engagements;

/// <summary>The KPI settings of an engagement.</summary>
public sealed record KpiSettings
{
    /// <summary>Targets, each for a KPI, a grain and a date from which it is valid.</summary>
    public IReadOnlyList<KpiTarget> Targets { get; init; } = [];

    /// <summary>KPIs that digests and documents show, in order; empty takes the defaults of the size.</summary>
    public IReadOnlyList<string> Followed { get; init; } = [];

    /// <summary>Who owns a KPI: person ids by KPI id.</summary>
    public IReadOnlyDictionary<string, string> Owners { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Grains that differ from the catalogue's, by KPI id.</summary>
    public IReadOnlyDictionary<string, Grain> Grains { get; init; } = new Dictionary<string, Grain>(StringComparer.Ordinal);

    /// <summary>KPIs of the engagement's own.</summary>
    public IReadOnlyList<CustomKpi> Custom { get; init; } = [];

    /// <summary>Account prefixes by measure, where the chart of accounts is not the French one: <c>revenue</c>, <c>result</c>, <c>purchases</c>, <c>direct-costs</c>, <c>cash</c>, <c>receivables</c>…</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Accounts { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Which value of which field marks a complaint, a reopened ticket, a solution at first contact: keys <c>complaint</c>, <c>reopened</c>, <c>first-contact</c>.</summary>
    public IReadOnlyDictionary<string, FieldCondition> Marks { get; init; } = new Dictionary<string, FieldCondition>(StringComparer.Ordinal);

    /// <summary>Days without activity after which an open deal is stale.</summary>
    public int StaleAfterDays { get; init; } = 30;
}
