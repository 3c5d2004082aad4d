namespace OpsAutomation.Exports.Reading.Zip;

/// <summary>Reads an entry and stops at the first byte that no honest file of its compressed size would hold.</summary>
internal sealed class InflateGuardStream(Stream inner, IDisposable? owner, InflateBudget budget, string entry, long compressed)
    : ForwardReadStream(inner, owner)
{
    private long _inflated;

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = Inner.Read(buffer);
        }
        catch (Exception e) when (Archive.IsDamage(e))
        {
            throw Archive.Damaged(budget.File, e);
        }

        _inflated += read;
        budget.Reach(entry, _inflated, compressed);
        return read;
    }
}
