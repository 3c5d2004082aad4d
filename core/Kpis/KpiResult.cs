using NodaTime;

namespace OpsAutomation.Kpis;

/// <summary>A KPI's figure for a period, with what is needed to judge it and where it comes from.</summary>
public sealed record KpiResult
{
    /// <summary>The fewest answers that the figure of a survey is judged on; with fewer it has no status.</summary>
    public const int EnoughAnswers = 30;

    /// <summary>The KPI's id.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show, in both languages.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>The unit.</summary>
    public required KpiUnit Unit { get; init; }

    /// <summary>The currency of money, or null.</summary>
    public string? Currency { get; init; }

    /// <summary>The grain.</summary>
    public required Grain Grain { get; init; }

    /// <summary>The nature.</summary>
    public required KpiNature Nature { get; init; }

    /// <summary>Which way is better.</summary>
    public required KpiDirection Direction { get; init; }

    /// <summary>The figure, exact; null where there is nothing to compute or where it is split by currency.</summary>
    public decimal? Value { get; init; }

    /// <summary>The period of the figure.</summary>
    public required KpiPeriod Period { get; init; }

    /// <summary>The figure of the period of equal length just before.</summary>
    public decimal? Previous { get; init; }

    /// <summary>The figure of the same period a year earlier.</summary>
    public decimal? YearAgo { get; init; }

    /// <summary>The target, prorated for a period under way; null for none.</summary>
    public decimal? Target { get; init; }

    /// <summary>The upper end of a target range, or null.</summary>
    public decimal? TargetUpTo { get; init; }

    /// <summary>How the figure stands against the target.</summary>
    public required KpiStatus Status { get; init; }

    /// <summary>The person id or name of the owner, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Six ISO weeks or twelve months that end with the period.</summary>
    public IReadOnlyList<KpiPoint> Series { get; init; } = [];

    /// <summary>The imports behind the figure.</summary>
    public IReadOnlyList<KpiSource> Sources { get; init; } = [];

    /// <summary>What a reader must know of the figure.</summary>
    public IReadOnlyList<LocalizedText> Warnings { get; init; } = [];

    /// <summary>The lines of a table or ageing; null for other KPIs.</summary>
    public IReadOnlyList<KpiRow>? Rows { get; init; }

    /// <summary>The figure by currency where there is more than one; else null.</summary>
    public IReadOnlyList<CurrencyValue>? ByCurrency { get; init; }

    /// <summary>How many records the figure rests on, where that matters to its reader (NPS); else null.</summary>
    public int? SampleSize { get; init; }

    /// <summary>Whether a person entered the figure (a reading).</summary>
    public bool Entered { get; init; }

    /// <summary>Whether the figure was kept when it could still be computed, since later exports overwrote what it rests on.</summary>
    public bool FromSnapshot { get; init; }

    /// <summary>The records that weigh most in the figure, greatest first, at most five: what a digest may name as a cause.</summary>
    public IReadOnlyList<KpiContribution> Contributions { get; init; } = [];

    /// <summary>The same for the previous period.</summary>
    public IReadOnlyList<KpiContribution> PreviousContributions { get; init; } = [];

    /// <summary>Of a stock: the records that added most to it since the previous period, greatest first, at most five.</summary>
    public IReadOnlyList<KpiContribution> Gained { get; init; } = [];

    /// <summary>Of a stock: the records that took most from it since the previous period, as positive amounts, greatest first, at most five.</summary>
    public IReadOnlyList<KpiContribution> Lost { get; init; } = [];

    /// <summary>The latest day that the entered readings behind the figure are for; null where nobody entered it.</summary>
    public LocalDate? EnteredFor { get; init; }
}
