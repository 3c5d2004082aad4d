namespace OpsAutomation.GraphEmulator;

/// <summary>Limits and delays of the emulator; a test sets them before or between requests.</summary>
public sealed class EmulatorSettings
{
    /// <summary>Requests at once for one mailbox; what goes beyond is answered 429.</summary>
    public int RequestsAtOnce { get; set; } = 4;

    /// <summary>Messages that a mailbox may send in any minute; what goes beyond is answered 429.</summary>
    public int SendsPerMinute { get; set; } = 30;

    /// <summary>Bytes of the largest request.</summary>
    public long LargestRequest { get; set; } = 4 * 1024 * 1024;

    /// <summary>Milliseconds between the answer 202 and the move to Sent Items; until then the message looks like a draft.</summary>
    public int MoveToSentMilliseconds { get; set; } = 50;

    /// <summary>Whether a message is not to be found between the answer 202 and the move.</summary>
    public bool HiddenWhileMoving { get; set; }

    /// <summary>Milliseconds after which a filter on an extended property finds it.</summary>
    public int FilterLagMilliseconds { get; set; }

    /// <summary>How many changes a page of a drive's delta holds.</summary>
    public int DrivePage { get; set; } = 100;
}
