namespace OpsAutomation.GraphEmulator.Faults;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>An error is answered and nothing is done.</summary>
    Status,

    /// <summary>It is done, and an error is answered all the same, as gateways do.</summary>
    StatusAfter,

    /// <summary>The connection is cut and nothing is done.</summary>
    CutBefore,

    /// <summary>It is done, and the connection is cut before the answer.</summary>
    CutAfter,

    /// <summary>Nothing is done and nothing answered until the caller gives up.</summary>
    TimeOutBefore,

    /// <summary>It is done, and nothing is answered until the caller gives up.</summary>
    TimeOutAfter,

    /// <summary>It is done after a delay.</summary>
    Slow,

    /// <summary>It is done twice, as where something on the way repeats a request; the second answer is given.</summary>
    Twice,
}
