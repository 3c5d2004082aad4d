using System.Globalization;
using ExcelDataReader;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>Takes the rows of one .xls sheet, of which there are 65,536 at most, into memory.</summary>
internal static class OldSheet
{
    // Twenty million for the largest sheet that there is, and some beside it.
    private const long MaxCells = 40_000_000;

    /// <summary>Reads the sheet that the reader stands at.</summary>
    /// <param name="excel">The workbook.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="limits">How much it may ask for.</param>
    /// <param name="cells">The cells of all sheets so far.</param>
    public static List<RowBuffer> Read(IExcelDataReader excel, string file, ReadingLimits limits, ref long cells)
    {
        var rows = new List<RowBuffer>();
        var row = new RowBuffer();
        var writer = new RowWriter(row);
        var line = 0;
        // What the sheet says of its size decides how long it is read, whether there is anything or not.
        if (excel.FieldCount > limits.MaxColumns)
            throw Oversize.Columns(file, 1, limits.MaxColumns);
        if (excel.RowCount > limits.MaxSheetRows || (cells += (long)Math.Max(1, excel.RowCount) * Math.Max(1, excel.FieldCount)) > MaxCells)
            throw Oversize.Cells(file);
        while (excel.Read())
        {
            writer.Start(++line);
            if (excel.FieldCount > limits.MaxColumns)
                throw Oversize.Columns(file, line, limits.MaxColumns);
            for (var i = 0; i < excel.FieldCount; i++)
                Set(writer, i, excel.GetValue(i));
            if (row.Count > 0)
                rows.Add(row.Copy());
        }

        return rows;
    }

    private static void Set(RowWriter writer, int column, object? value)
    {
        switch (value)
        {
            case null or "":
                break;
            case string text:
                writer.Set(column, text);
                break;
            case bool truth:
                writer.Set(column, truth ? "true"u8 : "false"u8, CellKind.Boolean);
                break;
            case DateTime date:
                writer.Set(column, CellValues.Iso(new DateTime((date.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond)), CellKind.Date);
                break;
            case TimeSpan time:
                writer.Set(column, CellValues.Time(time.TotalDays));
                break;
            case double number:
                writer.Set(column, CellValues.Number(number), CellKind.Number);
                break;
            case IFormattable other:
                writer.Set(column, other.ToString(null, CultureInfo.InvariantCulture), CellKind.Number);
                break;
            default:
                break;
        }
    }
}
