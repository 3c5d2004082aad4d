namespace OpsAutomation.Documents.Framing;

/// <summary>What is to be done about an account.</summary>
public enum AccessState
{
    /// <summary>Nothing.</summary>
    Sound,

    /// <summary>Nobody looked for too long whether it is still needed.</summary>
    ReviewDue,

    /// <summary>Its person has left, and it is still open.</summary>
    LeaverOpen,

    /// <summary>It was closed.</summary>
    Closed,
}
