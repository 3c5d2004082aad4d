namespace OpsAutomation.Heartbeats;

/// <summary>Why a digest has not left, as far as is known.</summary>
public enum OverdueReason
{
    /// <summary>It waits for the approval of its content.</summary>
    AwaitsApproval,

    /// <summary>It failed: for good, or it is being tried again.</summary>
    Failed,

    /// <summary>Nothing is known to have failed: the app did not run, or a message was lost.</summary>
    Unknown,
}
