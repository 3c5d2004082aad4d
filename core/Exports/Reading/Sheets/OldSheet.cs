using System.Globalization;
using ExcelDataReader;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>Takes the rows of one .xls sheet, of which there are 65,536 at most, into memory.</summary>
internal static class OldSheet
{
    public static List<RowBuffer> Read(IExcelDataReader excel, string file, ReadingLimits limits)
    {
        var rows = new List<RowBuffer>();
        var row = new RowBuffer();
        var writer = new RowWriter(row);
        var line = 0;
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
