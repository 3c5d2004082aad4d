namespace OpsAutomation.Engagements;

/// <summary>How often a link is fetched: at the first look of each hour, day or week in the engagement's zone.</summary>
public enum PullSchedule
{
    /// <summary>Once an hour.</summary>
    Hour,

    /// <summary>Once a local day.</summary>
    Day,

    /// <summary>Once a local week, from Monday.</summary>
    Week,
}
