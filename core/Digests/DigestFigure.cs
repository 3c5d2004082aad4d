using OpsAutomation.Kpis;

namespace OpsAutomation.Digests;

/// <summary>A line of the table of KPIs, formatted for the reader.</summary>
public sealed record DigestFigure
{
    /// <summary>The KPI's id.</summary>
    public required string Kpi { get; init; }

    /// <summary>The label.</summary>
    public required string Label { get; init; }

    /// <summary>What must be known of the figure: period, sample size, entered, stale, partial, revised; empty for nothing.</summary>
    public required string Note { get; init; }

    /// <summary>The figure, or a dash.</summary>
    public required string Value { get; init; }

    /// <summary>The change against the period before, or a dash.</summary>
    public required string Change { get; init; }

    /// <summary>The target with ≤ or ≥, or a dash.</summary>
    public required string Target { get; init; }

    /// <summary>The SOP or playbook that moves it, where it is off target; empty otherwise.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>Where that is read; null for no link.</summary>
    public Uri? RemedyUrl { get; init; }

    /// <summary>The status.</summary>
    public required KpiStatus Status { get; init; }

    /// <summary>The status as a symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>The status as a word.</summary>
    public required string Word { get; init; }

    /// <summary>Up to six periods as bars of text; empty where there are fewer than two figures.</summary>
    public required string Trend { get; init; }

    /// <summary>The same in words.</summary>
    public required string TrendText { get; init; }
}
