namespace OpsAutomation.Digests;

/// <summary>Whether a due digest leaves now.</summary>
public enum DigestReadiness
{
    /// <summary>It leaves.</summary>
    Send,

    /// <summary>It leaves without its approval: the latest hour has come and the recipient's settings say so.</summary>
    SendUnapproved,

    /// <summary>It waits for sources that do not hold the whole week yet.</summary>
    AwaitSources,

    /// <summary>It waits for its approval.</summary>
    AwaitReview,
}
