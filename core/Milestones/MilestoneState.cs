namespace OpsAutomation.Milestones;

/// <summary>The status of a milestone.</summary>
public enum MilestoneState
{
    /// <summary>Its time has not begun.</summary>
    Upcoming,

    /// <summary>Criteria keep up with time.</summary>
    OnTrack,

    /// <summary>Criteria lag behind time, or one has no owner.</summary>
    AtRisk,

    /// <summary>Due before today and not done.</summary>
    Late,

    /// <summary>All criteria met, in time.</summary>
    Done,

    /// <summary>All criteria met, after the due date.</summary>
    DoneLate,
}
