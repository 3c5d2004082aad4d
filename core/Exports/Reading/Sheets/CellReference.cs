using System.Globalization;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>References of cells, such as <c>AB12</c>.</summary>
internal static class CellReference
{
    /// <summary>The column of a reference, from 0; null where there is none.</summary>
    public static int? ColumnOf(string? reference)
    {
        if (reference is null)
            return null;
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c))
                break;
            column = Math.Min((column * 26) + (c | 0x20) - 'a' + 1, 1 << 20);
        }

        return column == 0 ? null : column - 1;
    }

    /// <summary>The reference of a cell.</summary>
    /// <param name="column">The column from 0.</param>
    /// <param name="line">The row from 1.</param>
    public static string Of(int column, int line)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + line.ToString(CultureInfo.InvariantCulture);
    }
}
