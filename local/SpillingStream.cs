namespace OpsAutomation.Local;

/// <summary>
/// A file that goes to the disk while it is still being written, so that the flush at its end has little left to wait for. Writes only reach
/// the system's cache, so they do not change threads; the disk is waited for on another one.
/// </summary>
internal sealed class SpillingStream(FileStream file) : Stream
{
    private const long Step = 16 * 1024 * 1024;
    private long next = Step;
    private Task spill = Task.CompletedTask;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        file.Write(buffer);
        if (file.Position < next || !spill.IsCompleted)
            return;

        // The system tells a failure to write back once: it must not be lost.
        spill.GetAwaiter().GetResult();
        next = file.Position + Step;
        var handle = file.SafeFileHandle;
        spill = Task.Run(() => RandomAccess.FlushToDisk(handle));
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Ends once all that was written is on the disk.</summary>
    public async Task CompleteAsync()
    {
        await spill.ConfigureAwait(false);
        file.Flush(flushToDisk: true);
    }

    public override void Flush() => file.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // The file is not closed under a flush that is under way; what that has to say matters no more.
    public override async ValueTask DisposeAsync()
    {
        await spill.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await file.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
}
