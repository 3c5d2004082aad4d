namespace OpsAutomation.Ports;

/// <summary>Carries a signed event to an address that an engagement's file names.</summary>
public interface IEventTransport
{
    /// <summary>Posts a body, waits ten seconds at most, and follows no redirect.</summary>
    /// <param name="url">Where to; it may be a secret, and is in no message and no trace.</param>
    /// <param name="headers">Headers of ours; without a <c>Content-Type</c> among them the type of the body is CloudEvents JSON.</param>
    /// <param name="body">The body.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What came of it: a failure of the receiver or of the way there is no exception.</returns>
    Task<TransportAnswer> PostAsync(
        Uri url, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default);
}
