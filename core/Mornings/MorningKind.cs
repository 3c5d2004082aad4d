namespace OpsAutomation.Mornings;

/// <summary>What an item of the daily list is.</summary>
public enum MorningKind
{
    /// <summary>A decision that is awaited.</summary>
    Decision,

    /// <summary>A milestone of the 30-60-90 plan.</summary>
    Milestone,

    /// <summary>An action or risk of the logbook, or the review of an improvement.</summary>
    Action,

    /// <summary>A line of a checklist.</summary>
    ChecklistLine,

    /// <summary>A task of the client's own tool.</summary>
    Task,

    /// <summary>A KPI off target.</summary>
    Kpi,

    /// <summary>A document due for review.</summary>
    Review,

    /// <summary>A source of data.</summary>
    Source,

    /// <summary>Something of the product itself: a failed message, a digest that waits for its approval.</summary>
    Notice,
}
