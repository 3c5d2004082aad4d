using OpsAutomation.Kpis;

namespace OpsAutomation.Engagements;

/// <summary>A KPI that an engagement defines for itself.</summary>
public sealed record CustomKpi
{
    /// <summary>The id, <c>word.word</c>, not one of the catalogue's.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>The unit.</summary>
    public required KpiUnit Unit { get; init; }

    /// <summary>The grain.</summary>
    public required Grain Grain { get; init; }

    /// <summary>Which way is better.</summary>
    public required KpiDirection Direction { get; init; }

    /// <summary>What is measured; the numerator of a ratio. Null where the KPI lives on readings only.</summary>
    public CustomMeasure? Measure { get; init; }

    /// <summary>The denominator of a ratio, else null.</summary>
    public CustomMeasure? Over { get; init; }
}
