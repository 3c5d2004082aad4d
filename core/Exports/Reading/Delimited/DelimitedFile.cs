using OpsAutomation.Exports.Reading.Encodings;
using OpsAutomation.Exports.Reading.Fec;

namespace OpsAutomation.Exports.Reading.Delimited;

/// <summary>Opens a delimited text as a table.</summary>
internal static class DelimitedFile
{
    public static ExportTable Open(string name, TextContent text, ReadingLimits limits)
    {
        Sample sample;
        using (var stream = text.Open())
            sample = Sample.Of(stream);
        if (sample.IsEmpty)
            throw Unreadable.Empty(name);
        var layout = LayoutDetector.Detect(sample, name, limits);
        if (layout.Header is null)
            throw HeaderlessOrOversize(name, text, layout, limits);
        var isFec = FecHeader.Matches(layout.Header.Names);
        var table = new ExportTable(opened => new TableRows(new DelimitedSource(text.Open(), name, layout.Delimiter, layout.Quoting, limits), layout.Shape, opened))
        {
            FileName = name,
            Format = isFec ? "fec" : "csv",
            Encoding = text.Encoding,
            Delimiter = layout.Delimiter == DelimitedLayout.None ? null : layout.Delimiter,
            Header = layout.Header.Names[..layout.Shape.Width],
            HeaderLine = layout.Header.Line,
            Preamble = layout.Header.Above,
        };
        text.Warn(table);
        if (!HasRows(text, layout, limits, table))
            throw Unreadable.HeaderOnly(name);
        return table;
    }

    /// <summary>Looks for one record without touching the table's counts.</summary>
    private static bool HasRows(TextContent text, DelimitedLayout layout, ReadingLimits limits, ExportTable table)
    {
        using var rows = new TableRows(new DelimitedSource(text.Open(), table.FileName, layout.Delimiter, layout.Quoting, limits), layout.Shape, table);
        return rows.Read();
    }

    /// <summary>A first line larger than the sample leaves no header to find: what is wrong is then its size.</summary>
    private static OpsException HeaderlessOrOversize(string name, TextContent text, DelimitedLayout layout, ReadingLimits limits)
    {
        using var rows = new DelimitedSource(text.Open(), name, layout.Delimiter, layout.Quoting, limits);
        rows.Read();
        return Unreadable.NoHeader(name);
    }
}
