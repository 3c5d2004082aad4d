namespace OpsAutomation.Jobs.DeadLetters;

/// <summary>Where a message that failed stands.</summary>
public enum DeadLetterState
{
    /// <summary>It failed and will be tried again by itself.</summary>
    Failing,

    /// <summary>It failed for good and waits to be mended and replayed.</summary>
    Dead,

    /// <summary>It is being added to its queue again.</summary>
    Replaying,

    /// <summary>It was added to its queue again and has not failed since.</summary>
    Replayed,

    /// <summary>It went through after all.</summary>
    Mended,
}
