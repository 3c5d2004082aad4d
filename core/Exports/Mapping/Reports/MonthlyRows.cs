using NodaTime;
using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Exports.Mapping.Reports;

/// <summary>The rows of a report by month, each as a row of label, last day and amount for each month that has one; headings once.</summary>
internal sealed class MonthlyRows(IRowReader rows, int label, List<(int Column, LocalDate End, byte[] Text)> months) : IRowReader
{
    private int month = months.Count;
    private bool isHeading;

    public int FieldCount => 3;

    public int Line => rows.Line;

    // A heading is written without the cells that it leaves blank.
    public string? Defect => isHeading && rows.FieldCount == 1 ? null : rows.Defect;

    public ReadOnlySpan<byte> Field(int index) => index switch
    {
        0 => rows.Field(label),
        1 when !isHeading => months[month].Text,
        2 when !isHeading => rows.Field(months[month].Column),
        _ => default,
    };

    public CellKind KindOf(int index) => index switch
    {
        0 => rows.KindOf(label),
        2 when !isHeading => rows.KindOf(months[month].Column),
        _ => CellKind.Text,
    };

    public bool Read()
    {
        while (!isHeading && ++month < months.Count)
        {
            if (!IsBlank(rows, months[month].Column))
                return true;
        }

        if (!rows.Read())
            return false;
        isHeading = rows.Defect is not null || !HasAmount(rows, months);
        month = isHeading ? months.Count : months.FindIndex(period => !IsBlank(rows, period.Column));
        return true;
    }

    public void Dispose() => rows.Dispose();

    internal static bool HasAmount(IRowReader rows, List<(int Column, LocalDate End, byte[] Text)> months) => months.Exists(period => !IsBlank(rows, period.Column));

    private static bool IsBlank(IRowReader rows, int column) => Utf8Text.Trim(rows.Field(column)).IsEmpty;
}
