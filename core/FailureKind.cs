namespace OpsAutomation;

/// <summary>What the person or the host who asked can do about a failure; the value is the exit code of the command line.</summary>
public enum FailureKind
{
    /// <summary>The request was understood and refused with a reason; repeating it as it is gives the same answer.</summary>
    Refused = 1,

    /// <summary>The request itself was malformed.</summary>
    WrongUsage = 2,

    /// <summary>Something outside failed; nothing was half done and the request is safe to repeat.</summary>
    Retriable = 3,
}
