using System.Text.Json;
using OpsAutomation.Exports.Reading.Encodings;

namespace OpsAutomation.Exports.Reading.Json;

/// <summary>Opens JSON as a table: a list of objects, an object with such a list inside, one object a line, or a Trello board.</summary>
internal static class JsonExport
{
    // A field that one record has is a cell of every record: thousands of them in thousands of short records are no export.
    private const long FewCells = 20_000_000;
    private const int CellsForEachByte = 16;

    /// <summary>Whether a text begins as JSON does; a delimited text may begin with a bracket too.</summary>
    public static bool LooksLikeJson(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] is not ((byte)'{' or (byte)'['))
            return false;
        var next = text[1..].TrimStart(" \t\r\n"u8);
        if (text[0] == (byte)'{')
            return !next.IsEmpty && next[0] is (byte)'"' or (byte)'}';
        return next.IsEmpty || next[0] is (byte)'{' or (byte)'[' or (byte)']' or (byte)'"';
    }

    public static ExportTable Open(string file, TextContent text, ReadingLimits limits)
    {
        byte[] bytes;
        using (var stream = text.Open())
            bytes = BoundedBytes.Read(stream, file, limits.MaxBytesInMemory);
        try
        {
            return Open(file, text, bytes, limits);
        }
        catch (JsonException e)
        {
            var line = (e.LineNumber ?? 0) + 1;
            var position = (e.BytePositionInLine ?? 0) + 1;
            throw OpsException.Refused(
                $"{file}, line {line}, position {position}: the JSON is malformed there. Export the file again; if it was edited, undo that.",
                $"{file}, ligne {line}, position {position}\u00a0: le JSON y est mal formé. Refaites l’export\u00a0; si le fichier a été modifié à la main, revenez à l’original.",
                e);
        }
    }

    private static ExportTable Open(string file, TextContent text, byte[] bytes, ReadingLimits limits)
    {
        var lists = JsonLists.Find(bytes);
        if (lists.IsTrelloBoard)
            return TrelloBoard.Open(file, text.Encoding, bytes);
        var records = lists.Choose(bytes) ?? throw Unreadable.NoTable(
            $"{file}: the JSON holds no list of records. Export a list of objects.",
            $"{file}\u00a0: le JSON ne contient aucune liste d’enregistrements. Exportez une liste d’objets.");
        var columns = new JsonColumns(file, limits.MaxColumns);
        var row = new JsonRow(bytes);
        foreach (var record in records.Records)
            row.Read(record, columns, mayAdd: true);
        if (records.Records.Count == 0 || columns.Names.Count == 0)
            throw Unreadable.NoTable($"{file}: the list of records is empty. Check the filters of the export.", $"{file}\u00a0: la liste d’enregistrements est vide. Vérifiez les filtres de l’export.");
        if ((long)records.Records.Count * columns.Names.Count > FewCells + ((long)bytes.Length * CellsForEachByte))
            throw Oversize.Cells(file);
        var shape = new TableShape { Width = columns.Names.Count, HeaderLine = 0 };
        var table = new ExportTable(opened => new TableRows(new JsonSource(bytes, records.Records, columns), shape, opened))
        {
            FileName = file,
            Format = records.IsLines ? "jsonl" : "json",
            Encoding = text.Encoding,
            Header = JsonHeader.Of(columns.Names),
            HeaderLine = 0,
        };
        text.Warn(table);
        if (records.Others > 0)
            table.Warn($"The list “{records.Name}” was read; {records.Others} other lists beside it were not.", $"La liste «\u00a0{records.Name}\u00a0» a été lue\u00a0; autres listes non lues\u00a0: {records.Others}.");
        return table;
    }
}
