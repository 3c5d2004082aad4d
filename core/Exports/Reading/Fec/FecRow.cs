using System.Buffers;

namespace OpsAutomation.Exports.Reading.Fec;

/// <summary>Rows of a French accounting file whose text of entry holds the delimiter unescaped.</summary>
internal static class FecRow
{
    private const int EntryDate = 3;
    private const int PieceDate = 9;

    private static readonly SearchValues<byte> DayBytes = SearchValues.Create("0123456789/-."u8);
    private static readonly SearchValues<byte> AmountBytes = SearchValues.Create("0123456789,.-+ "u8);
    private static readonly SearchValues<byte> SideBytes = SearchValues.Create("DCdc+-1"u8);

    /// <summary>
    /// Puts the surplus fields back into the text, if the fields around it then look right: dates before it, amounts behind it.
    /// The fields lie next to each other in the row's bytes, so the text between them is whole, delimiters included.
    /// </summary>
    /// <param name="row">The row, with more fields than columns.</param>
    /// <param name="surplus">How many fields too many.</param>
    /// <param name="text">The column of the text.</param>
    public static bool Repair(RowBuffer row, int surplus, int text)
    {
        if (text + surplus + 2 >= row.Count || !IsDay(row.Field(EntryDate)) || !IsDayOrBlank(row.Field(PieceDate)))
            return false;
        if (!IsAmount(row.Field(text + surplus + 1)) || !IsAmountOrSide(row.Field(text + surplus + 2)))
            return false;
        var first = row.Spans[text];
        var last = row.Spans[text + surplus];
        row.Spans[text] = new(first.Start, last.Start + last.Length - first.Start);
        row.Spans.AsSpan(text + surplus + 1, row.Count - text - surplus - 1).CopyTo(row.Spans.AsSpan(text + 1));
        row.Count -= surplus;
        return true;
    }

    /// <summary>Whether the amounts are not where they belong, so that the text before them was split.</summary>
    public static bool IsShifted(RowBuffer row, int text) =>
        text + 2 < row.Count && !(IsAmount(row.Field(text + 1)) && IsAmountOrSide(row.Field(text + 2)));

    private static bool IsDayOrBlank(ReadOnlySpan<byte> cell) => Utf8Cells.IsBlank(cell) || IsDay(cell);

    private static bool IsDay(ReadOnlySpan<byte> cell)
    {
        cell = Utf8Cells.Trim(cell);
        return cell.Length is 8 or 10 && cell.IndexOfAnyExcept(DayBytes) < 0;
    }

    private static bool IsAmount(ReadOnlySpan<byte> cell) => cell.IndexOfAnyExcept(AmountBytes) < 0;

    private static bool IsAmountOrSide(ReadOnlySpan<byte> cell)
    {
        var trimmed = Utf8Cells.Trim(cell);
        return IsAmount(cell) || (trimmed.Length <= 2 && trimmed.IndexOfAnyExcept(SideBytes) < 0);
    }
}
