namespace OpsAutomation.Engagements;

/// <summary>Where an engagement stands.</summary>
public enum EngagementState
{
    /// <summary>Being framed: nothing is due yet.</summary>
    Framing,

    /// <summary>Running.</summary>
    Active,

    /// <summary>Being handed over.</summary>
    Handover,

    /// <summary>Closed: nothing is sent any more.</summary>
    Closed,
}
