namespace OpsAutomation.Ports;

/// <summary>Why nothing answered.</summary>
public enum TransportFailure
{
    /// <summary>Something did.</summary>
    None,

    /// <summary>The name is not known, no connection was made, it broke, or its certificate is not good.</summary>
    Unreachable,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>The name leads to a private, local or metadata address.</summary>
    PrivateAddress,
}
