namespace OpsAutomation.Mornings;

/// <summary>
/// Why an item stands where it does in the daily list. The order of the rules is the order of the list: what holds others up comes before what is only
/// late, what nobody looks after before what somebody has in hand, and what is due before what will be.
/// </summary>
public enum DailyRule
{
    /// <summary>Stands still until somebody acts.</summary>
    Blocked,

    /// <summary>A decision past its date: others wait for the answer.</summary>
    DecisionLate,

    /// <summary>A milestone past its date.</summary>
    MilestoneLate,

    /// <summary>A decision due today.</summary>
    DecisionToday,

    /// <summary>A milestone due today.</summary>
    MilestoneToday,

    /// <summary>An action, a review of an improvement or a line of a checklist past its date.</summary>
    WorkLate,

    /// <summary>An action, a line of a checklist or a task due today.</summary>
    WorkToday,

    /// <summary>A KPI off target for which no action is open.</summary>
    KpiAlone,

    /// <summary>A decision due within a week.</summary>
    DecisionSoon,

    /// <summary>A milestone at risk, or due within a week.</summary>
    MilestoneSoon,

    /// <summary>A KPI off target for which an action is open.</summary>
    KpiInHand,

    /// <summary>A task of the client's own tool past its date.</summary>
    TaskLate,

    /// <summary>A document past its review.</summary>
    ReviewLate,

    /// <summary>An action, a line of a checklist or a task due within a week.</summary>
    WorkSoon,

    /// <summary>A document whose review is due within a week.</summary>
    ReviewSoon,

    /// <summary>Without a date: a decision that nobody set a day for, data grown old.</summary>
    Undated,
}
