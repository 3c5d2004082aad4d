using System.Text;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Exports.Reading.Delimited;
using OpsAutomation.Exports.Reading.Encodings;
using OpsAutomation.Exports.Reading.Fec;

namespace OpsAutomation.Privacy;

/// <summary>Writes a delimited file anew: the same delimiter, encoding, header, line ends and quotes, with the cells that an editor decides.</summary>
internal static class DelimitedRewriter
{
    public static void Write(ExportContent content, RecordLayout layout, IRecordEditor editor, Stream target, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var text = TextContent.Detect(content.Open);
        Sample sample;
        using (var stream = text.Open())
            sample = Sample.Of(stream);
        var detected = LayoutDetector.Detect(sample, content.Name, limits);
        var lineEnd = LineEndOf(sample.Text);
        var record = new RecordCells(layout);
        using var rows = new DelimitedSource(text.Open(), content.Name, detected.Delimiter, detected.Quoting, limits);
        using var encoded = text.Encode(target);
        using var writer = new StreamWriter(encoded, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        var cells = new CellWriter(writer, detected.Delimiter);
        for (var any = false; rows.Read(); any = true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (any)
                writer.Write(lineEnd);
            var row = rows.Row;
            var surplus = row.Count - detected.Shape.Width - detected.Shape.TrailingBlanks;
            if (row.Line > detected.Shape.HeaderLine && surplus > 0 && detected.Shape.FreeTextColumn >= 0)
                FecRow.Repair(row, row.Count - detected.Shape.Width, detected.Shape.FreeTextColumn);
            Edit(row, record, detected.Shape, editor);
            for (var i = 0; i < row.Count; i++)
                cells.Write(record[i], i, IsQuoted(row, i, detected.Quoting), row.Field(i).StartsWith("\""u8));
        }

        if (EndsLine(content))
            writer.Write(lineEnd);
    }

    private static void Edit(RowBuffer row, RecordCells record, TableShape shape, IRecordEditor editor)
    {
        record.Clear();
        for (var i = 0; i < row.Count; i++)
            record.Add(Encoding.UTF8.GetString(row.Field(i)), i);
        if (row.Line == shape.HeaderLine || Utf8Cells.IsBlank(row))
            return;
        if (row.Line > shape.HeaderLine && !IsFooter(row, shape))
        {
            record.IsShifted = row.Defect is not null || row.Count > shape.Width + shape.TrailingBlanks;
            editor.Edit(record);
            return;
        }

        for (var i = 0; i < record.Count; i++)
            record[i] = LooseText.Edit(record[i], editor);
    }

    private static bool IsFooter(RowBuffer row, TableShape shape) =>
        TotalLabels.Judge(row, out _) != TotalStrength.None || (FooterLines.IsSingleCell(row, shape.Width) && FooterLines.IsMarker(row.Field(0)));

    // The byte before an unquoted field is a delimiter or a line's end.
    private static bool IsQuoted(RowBuffer row, int field, bool quoting) => quoting && row.Spans[field].Start > 0 && row.Bytes[row.Spans[field].Start - 1] == (byte)'"';

    private static string LineEndOf(ReadOnlySpan<byte> sample)
    {
        var at = sample.IndexOfAny((byte)'\r', (byte)'\n');
        if (at < 0 || sample[at] == (byte)'\n')
            return "\n";
        return at + 1 < sample.Length && sample[at + 1] == (byte)'\n' ? "\r\n" : "\r";
    }

    private static bool EndsLine(ExportContent content)
    {
        using var stream = content.Open();
        stream.Seek(-Math.Min(4, stream.Length), SeekOrigin.End);
        Span<byte> end = stackalloc byte[4];
        var length = stream.ReadAtLeast(end, 4, throwOnEndOfStream: false);
        var last = end[..length].TrimEnd((byte)0);
        return last.Length > 0 && last[^1] is (byte)'\r' or (byte)'\n';
    }
}
