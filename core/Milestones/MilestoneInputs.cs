using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;

namespace OpsAutomation.Milestones;

/// <summary>What milestones are judged by.</summary>
public sealed record MilestoneInputs
{
    /// <summary>The engagement.</summary>
    public required Engagement Engagement { get; init; }

    /// <summary>The day to look from, in the engagement's time zone.</summary>
    public required LocalDate At { get; init; }

    /// <summary>Every KPI of a period, both days included; asked only where a criterion or the baseline needs it. Null where there are no facts.</summary>
    public Func<LocalDate, LocalDate, IReadOnlyList<KpiResult>>? Kpis { get; init; }

    /// <summary>The current facts, for criteria over tasks; null where there are none.</summary>
    public IFactSource? Facts { get; init; }

    /// <summary>Documents that are or were live, each once, whatever its languages.</summary>
    public IReadOnlyList<MilestoneDocument> Documents { get; init; } = [];

    /// <summary>The logbook: decisions that were taken; comments with a topic count as events of that kind.</summary>
    public IReadOnlyList<LogItem> Log { get; init; } = [];

    /// <summary>Events told from outside.</summary>
    public IReadOnlyList<MilestoneEvent> Events { get; init; } = [];
}
