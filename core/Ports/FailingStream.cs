namespace OpsAutomation.Ports;

/// <summary>
/// A stream of a port whose failures are those of the port: whoever copies it to a disk must not take them for failures of the disk.
/// </summary>
/// <param name="inner">The bytes, read once and in order.</param>
/// <param name="failure">What a failure to read means; null leaves it as it is.</param>
/// <param name="owner">What is disposed with it, such as the answer that it is part of; or null.</param>
/// <param name="end">Ends every read, also one whose caller waits without end.</param>
public sealed class FailingStream(Stream inner, Func<Exception, OpsException?> failure, IDisposable? owner = null, CancellationToken end = default)
    : ForwardReadStream(inner, owner)
{
    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end);
            return await Inner.ReadAsync(buffer, either.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && failure(error) is not null)
        {
            throw failure(error)!;
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Inner.Read(buffer);
        }
        catch (Exception error) when (failure(error) is not null)
        {
            throw failure(error)!;
        }
    }
}
