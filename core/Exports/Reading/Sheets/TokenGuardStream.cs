namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>
/// Bytes of a part on their way to an XML reader, which takes a name or an attribute into memory as a whole, however long it is: more than
/// a limit between two steps of the reader is refused.
/// </summary>
internal sealed class TokenGuardStream(Stream inner, string file) : ForwardReadStream(inner)
{
    // Long texts are read in pieces, each a step: what is left is names and attributes, which take a few hundred bytes.
    private const int LongestToken = 1 << 20;

    private int taken;

    /// <summary>A step of the reader begins.</summary>
    public void Step() => taken = 0;

    public override int Read(Span<byte> buffer)
    {
        var read = Inner.Read(buffer);
        taken += read;
        return taken > LongestToken ? throw Oversize.InMemory(file, LongestToken) : read;
    }
}
