using System.IO.Compression;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Exports.Reading.Zip;

namespace OpsAutomation.Privacy;

/// <summary>Writes an export anew with the cells that an editor decides: the same kind of file, laid out as it was.</summary>
internal sealed class ExportRewriter(TableMapper mapper, ReadingLimits limits)
{
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly LayoutReader layouts = new(mapper);

    /// <summary>Writes the copy.</summary>
    /// <param name="content">The export.</param>
    /// <param name="editor">What becomes of its cells.</param>
    /// <param name="entryName">What becomes of the names of files in a zip.</param>
    /// <param name="target">Where it is written; left open.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Refused: it is no export that can be read, or of a kind that cannot be written (the old .xls).</exception>
    public void Write(ExportContent content, IRecordEditor editor, Func<string, string> entryName, Stream target, CancellationToken cancellationToken)
    {
        using var file = ExportFile.Open(content, limits);
        if (!IsZip(content))
        {
            WriteSingle(content, file.Tables, editor, target, cancellationToken);
            return;
        }

        var archive = Archive.Open(content, limits, int.MaxValue);
        if (archive.Has("[Content_Types].xml"))
            WriteSingle(content, file.Tables, editor, target, cancellationToken);
        else
            WriteZip(archive, editor, entryName, target, cancellationToken);
    }

    private void WriteSingle(ExportContent content, IReadOnlyList<ExportTable> tables, IRecordEditor editor, Stream target, CancellationToken cancellationToken)
    {
        switch (tables[0].Format)
        {
            case "xls":
                throw OpsException.Refused(
                    $"{content.Name}: the old Excel format (.xls) can be read but not written. Save the workbook as .xlsx first.",
                    $"{content.Name}\u00a0: l’ancien format d’Excel (.xls) peut être lu mais pas écrit. Enregistrez d’abord le classeur en .xlsx.");
            case "xlsx":
                var known = tables.ToDictionary(table => table.Sheet ?? "", table => (layouts.Of(table), table.HeaderLine), StringComparer.Ordinal);
                new WorkbookRewriter(content, sheet => known.TryGetValue(sheet, out var layout) ? layout : null, editor, limits).Write(target, cancellationToken);
                break;
            case "json" or "jsonl" or "trello-board":
                JsonRewriter.Write(content, layouts.Of(tables[0]), editor, target, limits);
                break;
            default:
                DelimitedRewriter.Write(content, layouts.Of(tables[0]), editor, target, limits, cancellationToken);
                break;
        }
    }

    // Only what is read as an export is written: pictures, texts and archives beside it are left out.
    private void WriteZip(Archive archive, IRecordEditor editor, Func<string, string> entryName, Stream target, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in archive.Entries.Where(entry => !ZipEntryName.IsClutter(entry.Path)))
        {
            var name = ZipEntryName.Clean(entry.Path);
            byte[] bytes;
            using (var stream = archive.Read(entry.Path) ?? throw Archive.Damaged(name))
                bytes = BoundedBytes.Read(stream, name, limits.MaxBytesInMemory);
            var content = new ExportContent(name, bytes.Length, () => new MemoryStream(bytes, writable: false));
            ExportFile file;
            try
            {
                file = ExportFile.Open(content, limits);
            }
            catch (OpsException exception) when (exception.Data.Contains(Unreadable.HoldsNoTable))
            {
                continue;
            }

            using (file)
            {
                var written = zip.CreateEntry(entryName(name), CompressionLevel.Optimal);
                written.LastWriteTime = Fixed;
                using var stream = written.Open();
                WriteSingle(content, file.Tables, editor, stream, cancellationToken);
            }
        }
    }

    private static bool IsZip(ExportContent content)
    {
        using var stream = content.Open();
        Span<byte> start = stackalloc byte[2];
        return stream.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("PK"u8);
    }
}
