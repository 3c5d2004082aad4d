namespace OpsAutomation.Exports.Reading.Zip;

/// <summary>Reads an entry and stops at the first byte that no honest file of its compressed size would hold.</summary>
internal sealed class InflateGuardStream(Stream inner, IDisposable? owner, InflateBudget budget, string entry, long compressed) : Stream
{
    private long _inflated;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _inflated;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (Exception e) when (Archive.IsDamage(e))
        {
            throw Archive.Damaged(budget.File, e);
        }

        _inflated += read;
        budget.Reach(entry, _inflated, compressed);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            owner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
