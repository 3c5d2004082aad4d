namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>
/// Bytes of a part on their way to an XML reader, which takes a name or an attribute into memory as a whole, however long it is: more than
/// a limit between two steps of the reader is refused.
/// </summary>
internal sealed class TokenGuardStream(Stream inner, string file) : Stream
{
    // Long texts are read in pieces, each a step: what is left is names and attributes, which take a few hundred bytes.
    private const int LongestToken = 1 << 20;

    private int taken;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>A step of the reader begins.</summary>
    public void Step() => taken = 0;

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        taken += read;
        return taken > LongestToken ? throw Oversize.InMemory(file, LongestToken) : read;
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
            inner.Dispose();
        base.Dispose(disposing);
    }
}
