namespace OpsAutomation.Exports.Reading;

/// <summary>Looks at cells without reading what they mean.</summary>
internal static class Utf8Cells
{
    /// <summary>The cell without blanks, U+00A0, U+202F and U+FEFF around it.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        while (true)
        {
            var before = cell.Length;
            cell = cell.Trim(" \t\r\n"u8);
            if (cell.StartsWith("\u00a0"u8))
                cell = cell[2..];
            else if (cell.StartsWith("\u202f"u8) || cell.StartsWith("\ufeff"u8))
                cell = cell[3..];
            if (cell.EndsWith("\u00a0"u8))
                cell = cell[..^2];
            else if (cell.EndsWith("\u202f"u8))
                cell = cell[..^3];
            if (cell.Length == before)
                return cell;
        }
    }

    /// <summary>Whether the cell holds nothing to see.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> cell) =>
        cell.IsEmpty || (IsBlankOrHigh(cell[0]) && Trim(cell).IsEmpty);

    /// <summary>Whether every field of the row is blank.</summary>
    public static bool IsBlank(RowBuffer row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (!IsBlank(row.Field(i)))
                return false;
        }

        return true;
    }

    private static bool IsBlankOrHigh(byte c) => c <= (byte)' ' || c >= 0x80;
}
