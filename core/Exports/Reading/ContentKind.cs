using OpsAutomation.Exports.Reading.Delimited;
using OpsAutomation.Exports.Reading.Encodings;
using OpsAutomation.Exports.Reading.Json;
using OpsAutomation.Exports.Reading.Sheets;
using OpsAutomation.Exports.Reading.Zip;

namespace OpsAutomation.Exports.Reading;

/// <summary>Finds out what a file is by its first bytes, never by its name, and opens it as that.</summary>
internal static class ContentKind
{
    // A workbook has a handful of parts for each sheet.
    private const int MaxWorkbookParts = 4_000;

    public static IReadOnlyList<ExportTable> Open(ExportContent content, ReadingLimits limits)
    {
        var start = Start(content);
        if (!IsZip(start))
            return OpenSingle(content, start, limits);
        var archive = Archive.Open(content, limits, MaxWorkbookParts);
        if (archive.Has("[Content_Types].xml") || archive.Has("mimetype"))
            return Workbook.Open(content.Name, archive, limits);
        return ZipExport.Open(content, Archive.Open(content, limits, limits.MaxZipEntries), limits);
    }

    /// <summary>Opens an entry of a zip, whose stream cannot seek: a workbook is taken into memory, another zip is refused.</summary>
    public static IReadOnlyList<ExportTable> OpenEntry(ExportContent entry, InflateBudget budget, ReadingLimits limits)
    {
        var start = Start(entry);
        if (!IsZip(start) && !IsCompound(start))
            return OpenSingle(entry, start, limits);
        var seekable = InMemory(entry, limits);
        if (IsCompound(start))
            return OpenSingle(seekable, start, limits);
        var archive = Archive.Open(seekable, limits, MaxWorkbookParts, budget);
        if (archive.Has("[Content_Types].xml") || archive.Has("mimetype"))
            return Workbook.Open(seekable.Name, archive, limits);
        throw OpsException.Refused(
            $"{entry.Name}: an archive within an archive is not opened. Unzip the outer one and give the inner ones.",
            $"{entry.Name}\u00a0: une archive dans une archive n’est pas ouverte. Décompressez la première et donnez celles qu’elle contient.");
    }

    private static IReadOnlyList<ExportTable> OpenSingle(ExportContent content, ReadOnlySpan<byte> start, ReadingLimits limits)
    {
        if (IsCompound(start))
            return OldWorkbook.Open(content, limits);
        if (start.StartsWith("%PDF"u8))
            throw Unreadable.Kind(content.Name, "a PDF", "un PDF");
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || start.StartsWith("7z"u8) || start.StartsWith("Rar!"u8))
            throw Unreadable.Kind(content.Name, "an archive other than zip", "une archive autre que zip");
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            throw Unreadable.Kind(content.Name, "a picture", "une image");
        var text = TextContent.Detect(content.Open);
        var first = new byte[512];
        int length;
        using (var stream = text.Open())
            length = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        var opening = first.AsSpan(0, length).TrimStart(" \t\r\n"u8);
        if (opening.StartsWith("<!DOCTYPE"u8) || opening.StartsWith("<html"u8) || opening.StartsWith("<HTML"u8) || opening.StartsWith("<!doctype"u8))
            throw Unreadable.Kind(content.Name, "a web page, whatever its name says", "une page web, quel que soit son nom");
        if (opening.StartsWith("<?xml"u8))
            throw Unreadable.Kind(content.Name, "an XML document", "un document XML");
        if (JsonExport.LooksLikeJson(opening))
            return [JsonExport.Open(content.Name, text, limits)];
        return [DelimitedFile.Open(content.Name, text, limits)];
    }

    private static byte[] Start(ExportContent content)
    {
        using var stream = content.Open();
        var start = new byte[8];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (length == 0)
            throw Unreadable.Empty(content.Name);
        return start[..length];
    }

    private static ExportContent InMemory(ExportContent entry, ReadingLimits limits)
    {
        using var stream = entry.Open();
        var bytes = BoundedBytes.Read(stream, entry.Name, limits.MaxBytesInMemory);
        return new(entry.Name, bytes.Length, () => new MemoryStream(bytes, writable: false));
    }

    private static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8);

    private static bool IsCompound(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
}
