namespace OpsAutomation.Events;

/// <summary>The types of the events that the product tells others of: a contract with their receivers.</summary>
public static class EventTypes
{
    /// <summary>An export became facts.</summary>
    public const string ExportIngested = "export.ingested";

    /// <summary>An export was refused as a whole.</summary>
    public const string ExportRefused = "export.refused";

    /// <summary>A KPI came to miss its target by more than its threshold.</summary>
    public const string KpiOffTarget = "kpi.off-target";

    /// <summary>A KPI that had missed its target meets it again.</summary>
    public const string KpiOnTarget = "kpi.on-target";

    /// <summary>The data of an expected source grew old, or never came.</summary>
    public const string SourceStale = "source.stale";

    /// <summary>A milestone's criteria lag behind time.</summary>
    public const string MilestoneAtRisk = "milestone.at-risk";

    /// <summary>A milestone is past its due date and not done.</summary>
    public const string MilestoneLate = "milestone.late";

    /// <summary>A milestone's criteria are all met.</summary>
    public const string MilestoneDone = "milestone.done";

    /// <summary>Every line of a checklist is ticked.</summary>
    public const string ChecklistDone = "checklist.done";

    /// <summary>A decision waits for an answer.</summary>
    public const string DecisionAwaited = "decision.awaited";

    /// <summary>There is a new version of a document.</summary>
    public const string DocumentPublished = "document.published";

    /// <summary>A digest left.</summary>
    public const string DigestSent = "digest.sent";

    /// <summary>A digest could not be sent.</summary>
    public const string DigestFailed = "digest.failed";

    /// <summary>A test of an endpoint.</summary>
    public const string Ping = "ping";

    /// <summary>Every type.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ExportIngested, ExportRefused, KpiOffTarget, KpiOnTarget, SourceStale, MilestoneAtRisk, MilestoneLate, MilestoneDone, ChecklistDone,
        DecisionAwaited, DocumentPublished, DigestSent, DigestFailed, Ping,
    ];
}
