using System.IO.Compression;

namespace OpsAutomation.Exports.Reading.Zip;

/// <summary>A zip container, opened anew for every entry that is read.</summary>
internal sealed class Archive
{
    private readonly ExportContent _content;
    private readonly HashSet<string> _paths;

    private Archive(ExportContent content, InflateBudget budget, IReadOnlyList<ArchiveEntry> entries)
    {
        _content = content;
        Budget = budget;
        Entries = entries;
        _paths = new(entries.Select(entry => entry.Path), StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<ArchiveEntry> Entries { get; }

    /// <summary>What may still be inflated.</summary>
    public InflateBudget Budget { get; }

    /// <summary>Lists the entries and refuses what the directory itself already shows to be too much.</summary>
    public static Archive Open(ExportContent content, ReadingLimits limits, int maxEntries, InflateBudget? parent = null)
    {
        using var zip = OpenZip(content.Open(), content.Name);
        var budget = new InflateBudget(content.Name, limits.MaxInflatedBytes, limits.MaxInflationRatio, parent);
        if (zip.Entries.Count > maxEntries)
        {
            throw OpsException.Refused(
                $"{content.Name}: the archive holds {zip.Entries.Count} files; at most {maxEntries} are read. Split it.",
                $"{content.Name}\u00a0: l’archive contient {zip.Entries.Count} fichiers\u00a0; {maxEntries} au plus sont lus. Divisez-la.");
        }

        var entries = new List<ArchiveEntry>(zip.Entries.Count);
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            total += Math.Max(0, entry.Length);
            if (total > limits.MaxInflatedBytes)
                throw Oversize.Inflated(content.Name, ZipEntryName.Clean(entry.FullName));
            entries.Add(new(entry.FullName, entry.Length, entry.CompressedLength, entry.IsEncrypted));
        }

        return new(content, budget, entries);
    }

    public bool Has(string path) => _paths.Contains(path);

    /// <summary>Opens an entry's bytes, guarded; the stream closes the archive with it. Null where there is none of that path.</summary>
    public Stream? Read(string path)
    {
        if (!Has(path))
            return null;
        var zip = OpenZip(_content.Open(), _content.Name);
        try
        {
            foreach (var entry in zip.Entries)
            {
                if (string.Equals(entry.FullName, path, StringComparison.OrdinalIgnoreCase))
                    return new InflateGuardStream(entry.Open(), zip, Budget, entry.FullName, entry.CompressedLength);
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            zip.Dispose();
            throw Damaged(_content.Name, e);
        }

        zip.Dispose();
        return null;
    }

    /// <summary>Whether the framework's reader stumbled over bytes that no sound archive holds.</summary>
    public static bool IsDamage(Exception exception) =>
        exception is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException or OverflowException;

    public static OpsException Damaged(string file, Exception? cause = null) => OpsException.Refused(
        $"{file}: the file is damaged or cut short. Export or download it again.",
        $"{file}\u00a0: le fichier est endommagé ou incomplet. Exportez-le ou téléchargez-le à nouveau.",
        cause);

    private static ZipArchive OpenZip(Stream stream, string file)
    {
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false);

            // The directory is read only when it is asked for: its damage is to show here.
            _ = zip.Entries.Count;
            return zip;
        }
        catch (Exception e) when (IsDamage(e))
        {
            stream.Dispose();
            throw Damaged(file, e);
        }
    }
}
