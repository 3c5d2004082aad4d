namespace OpsAutomation.Pulls;

/// <summary>Copies with a limit, so that a file which lies about its size fills no disk.</summary>
internal static class LimitedCopy
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Copies all of a stream.</summary>
    /// <exception cref="FileTooLargeException">It holds more than it may.</exception>
    public static async Task RunAsync(Stream from, Stream to, long limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        long copied = 0;
        while (await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            copied += read;
            if (copied > limit)
                throw new FileTooLargeException();
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
    }
}
