namespace OpsAutomation.Engagements;

/// <summary>Where an item of the backlog stands.</summary>
public enum BacklogState
{
    /// <summary>Not begun.</summary>
    Open,

    /// <summary>Under way.</summary>
    Started,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Given up, and kept so that nobody proposes it again unknowingly.</summary>
    Dropped,
}
