namespace OpsAutomation.Ports;

/// <summary>What came of a delivery.</summary>
/// <param name="Status">The HTTP status; null where nothing answered.</param>
/// <param name="Failure">Why nothing answered.</param>
/// <param name="RetryAfter">How long the receiver asks to wait, or null.</param>
public sealed record TransportAnswer(int? Status, TransportFailure Failure = TransportFailure.None, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether the receiver took it.</summary>
    public bool IsTaken => Status is >= 200 and < 300;

    /// <summary>Whether trying again is of no use: the receiver said that it is gone for good, or the address is none that we speak to.</summary>
    public bool IsFinal => Status == 410 || Failure == TransportFailure.PrivateAddress;
}
