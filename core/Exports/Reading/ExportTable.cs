namespace OpsAutomation.Exports.Reading;

/// <summary>One table of an export: a delimited file, a sheet, a list in JSON, an entry of a zip.</summary>
public sealed class ExportTable
{
    private readonly Func<ExportTable, IRowReader> _open;
    private readonly List<LocalizedText> _warnings = [];
    private bool _counted;

    internal ExportTable(Func<ExportTable, IRowReader> open) => _open = open;

    /// <summary>The file's name, or the entry's within a zip, without folders.</summary>
    public required string FileName { get; init; }

    /// <summary>The sheet's name, or null.</summary>
    public string? Sheet { get; init; }

    /// <summary><c>csv</c>, <c>fec</c>, <c>xlsx</c>, <c>xls</c>, <c>json</c>, <c>jsonl</c> or <c>trello-board</c>.</summary>
    public required string Format { get; init; }

    /// <summary>
    /// <c>utf-8</c>, <c>utf-8-bom</c>, <c>utf-16le</c>, <c>utf-16be</c>, <c>utf-32le</c>, <c>utf-32be</c>, <c>windows-1252</c>,
    /// <c>iso-8859-1</c>, <c>ibm850</c>, or two of them as <c>mixed:utf-8+windows-1252</c>.
    /// </summary>
    public required string Encoding { get; init; }

    /// <summary>The delimiter of a delimited file; null where there is none.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The column names, trimmed, in their order; the same name may occur twice, and a name may be empty.</summary>
    public required IReadOnlyList<string> Header { get; init; }

    /// <summary>The line (or sheet row) of the header, from 1; 0 where the names are in every record.</summary>
    public required int HeaderLine { get; init; }

    /// <summary>The titles above the header, a text a row; a report's period is there.</summary>
    public IReadOnlyList<string> Preamble { get; init; } = [];

    /// <summary>What a person should know about the reading; complete after the rows were read to their end once.</summary>
    public IReadOnlyList<LocalizedText> Warnings => _warnings;

    /// <summary>Opens the data rows from their start; may be called again and again.</summary>
    public IRowReader OpenRows() => _open(this);

    /// <summary>The same table with other columns, whose rows are made of this table's.</summary>
    internal ExportTable Reshaped(IReadOnlyList<string> header, Func<IRowReader, IRowReader> rows)
    {
        var table = new ExportTable(opened => rows(_open(opened)))
        {
            FileName = FileName,
            Sheet = Sheet,
            Format = Format,
            Encoding = Encoding,
            Delimiter = Delimiter,
            Header = header,
            HeaderLine = HeaderLine,
            Preamble = Preamble,
        };
        table._warnings.AddRange(_warnings);
        table._counted = _counted;
        return table;
    }

    internal void Warn(string en, string fr) => _warnings.Add(new(en, fr));

    /// <summary>True for the first reader that gets to the end, whose counts become warnings.</summary>
    internal bool ClaimCounts()
    {
        var first = !_counted;
        _counted = true;
        return first;
    }
}
