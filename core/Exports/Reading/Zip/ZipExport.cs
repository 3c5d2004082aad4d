namespace OpsAutomation.Exports.Reading.Zip;

/// <summary>A zip of exports: each entry is opened as the file it is.</summary>
internal static class ZipExport
{
    public static IReadOnlyList<ExportTable> Open(ExportContent content, Archive archive, ReadingLimits limits)
    {
        var tables = new List<ExportTable>();
        var skipped = new List<OpsException>();
        foreach (var entry in archive.Entries)
        {
            if (ZipEntryName.IsClutter(entry.Path))
                continue;
            if (entry.IsEncrypted)
            {
                throw OpsException.Refused(
                    $"{content.Name}: the archive is protected by a password. Unzip it and give the files themselves.",
                    $"{content.Name}\u00a0: l’archive est protégée par un mot de passe. Décompressez-la et donnez les fichiers eux-mêmes.");
            }

            var name = ZipEntryName.Clean(entry.Path);
            try
            {
                tables.AddRange(ContentKind.OpenEntry(Entry(archive, entry, name), archive.Budget, limits));
            }
            catch (OpsException e) when (e.Data.Contains(Unreadable.HoldsNoTable))
            {
                skipped.Add(e);
            }
        }

        if (tables.Count == 0)
            throw skipped.Count > 0 ? skipped[0] : Unreadable.Empty(content.Name);
        foreach (var reason in skipped)
            tables[0].Warn(reason.Text.En, reason.Text.Fr);
        return tables;
    }

    /// <summary>The entry as a file of its own; its stream is seekable only where it has to be, in memory.</summary>
    private static ExportContent Entry(Archive archive, ArchiveEntry entry, string name) =>
        new(name, entry.Length, () => archive.Read(entry.Path) ?? throw Archive.Damaged(name));
}
