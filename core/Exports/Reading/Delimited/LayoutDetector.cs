using OpsAutomation.Exports.Reading.Fec;

namespace OpsAutomation.Exports.Reading.Delimited;

/// <summary>Learns the delimiter, the header and the shape of a delimited text from its first half mebibyte.</summary>
internal static class LayoutDetector
{
    // In the order of trust where two explain the text equally well: the rarer in prose comes first.
    private static readonly char[] Delimiters = ['\t', ';', '|', ','];

    public static DelimitedLayout Detect(Sample sample, string file, ReadingLimits limits)
    {
        var declared = Declared(sample.Text);
        DelimiterCandidate? best = null;
        foreach (var delimiter in declared is { } only ? [only] : Delimiters)
        {
            var candidate = DelimiterCandidate.Try(delimiter, sample, file, limits);
            if (candidate.Width > 1 && (best is null || candidate.Score > best.Score))
                best = candidate;
        }

        if (best is null || (best.Fit < 0.5 && declared is null))
            best = DelimiterCandidate.Try(DelimitedLayout.None, sample, file, limits);
        var quoting = true;
        var isFec = best.Header is not null && FecHeader.Matches(best.Header.Names);
        if (isFec && best.Header!.Names.Length > 0 && !StartsWithQuote(sample.Text))
        {
            // A FEC knows no quotes: one in a text of entry is just a character.
            quoting = false;
            best = DelimiterCandidate.Try(best.Delimiter, sample, file, limits, quoting);
        }

        return new(best.Delimiter, quoting, best.Header, Shape(sample, best, quoting, isFec, file, limits));
    }

    private static TableShape Shape(Sample sample, DelimiterCandidate best, bool quoting, bool isFec, string file, ReadingLimits limits)
    {
        if (best.Header is not { } header)
            return new() { Width = best.Width, HeaderLine = 0 };
        var columns = new ColumnFill(header.Names.Length);
        foreach (var row in sample.Rows(best.Delimiter, quoting, file, limits))
        {
            if (row.Line > header.Line && !Utf8Cells.IsBlank(row))
                columns.Add(row);
        }

        var width = header.Names.Length;
        while (width > 1 && header.Names[width - 1].Length == 0 && columns.IsBlank(width - 1))
            width--;
        return new()
        {
            Width = width,
            HeaderLine = header.Line,
            MayBeMissing = columns.MayBeMissing(width),
            TrailingBlanks = Math.Max(0, best.Width - width),
            FreeTextColumn = isFec ? FecHeader.TextColumn(header.Names) : -1,
        };
    }

    /// <summary>The delimiter that Excel's first line <c>sep=;</c> declares.</summary>
    private static char? Declared(ReadOnlySpan<byte> text) =>
        text.Length > 4 && (text.StartsWith("sep="u8) || text.StartsWith("SEP="u8)) && (text.Length == 5 || text[5] is (byte)'\r' or (byte)'\n')
            ? (char)text[4]
            : null;

    private static bool StartsWithQuote(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8).StartsWith("\""u8);
}
