namespace OpsAutomation.Exports.Reading.Zip;

/// <summary>
/// What an archive may inflate to, all its entries together, counted by the bytes that really came out: the sizes that its directory
/// states are whatever its maker wrote there. An entry that is read again counts once, by the furthest byte reached.
/// </summary>
/// <param name="file">The file's name, for messages.</param>
/// <param name="maxBytes">Bytes of all entries together.</param>
/// <param name="maxRatio">Inflated bytes of an entry for each compressed one.</param>
/// <param name="parent">The budget of the archive that holds this one; what is inflated here counts there too.</param>
internal sealed class InflateBudget(string file, long maxBytes, int maxRatio, InflateBudget? parent = null)
{
    // Short entries of one repeated value inflate well beyond any honest ratio and do no harm.
    private const long RatioMatters = 8L << 20;

    private readonly Dictionary<string, long> reached = new(StringComparer.Ordinal);
    private long total;

    /// <summary>The file's name, for messages.</summary>
    public string File => file;

    /// <summary>Takes note that an entry has been read up to a byte.</summary>
    /// <param name="entry">The entry's path.</param>
    /// <param name="bytes">Bytes of it that came out since it was opened.</param>
    /// <param name="compressed">Its compressed size.</param>
    /// <exception cref="OpsException">Refused: more than any honest archive would hold.</exception>
    public void Reach(string entry, long bytes, long compressed)
    {
        var known = reached.GetValueOrDefault(entry);
        if (bytes <= known)
            return;
        reached[entry] = bytes;
        if (!Take(bytes - known) || (bytes > RatioMatters && bytes / Math.Max(1, compressed) > maxRatio))
            throw Oversize.Inflated(file, ZipEntryName.Clean(entry));
    }

    private bool Take(long bytes)
    {
        total += bytes;
        return (parent?.Take(bytes) ?? true) && total <= maxBytes;
    }
}
