using NodaTime;
using NodaTime.Text;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Exports.Mapping.Reports;

/// <summary>
/// A profit and loss report with a column for each month, as accounting software exports it, as a table with a row for each account and month.
/// Columns that add months up are left out, since they count twice.
/// </summary>
internal static class MonthlyReport
{
    // A report of accounts is short; a longer table with months in its header is something else.
    private const int MostRows = 5000;

    private static readonly string[] AccountNames = ["distributionaccount", "comptededistribution", "comptedeventilation", "account", "compte"];

    /// <summary>The table as rows by month where it is such a report, else the table itself.</summary>
    internal static ExportTable Of(ExportTable table, MappingContext context)
    {
        var months = MonthsOf(table);
        if (months.Count < 2 || months[0].Column == 0 || months.DistinctBy(month => month.End).Count() < months.Count)
            return table;
        var label = months[0].Column - 1;
        if (!HasSections(table, label, months))
            return table;
        var french = context.Locale.Language == Language.French;
        var reshaped = table.Reshaped([LabelOf(table.Header[label]), french ? "Fin de mois" : "Month end", french ? "Montant du mois" : "Amount of the month"], rows => new MonthlyRows(rows, label, months));
        var left = Enumerable.Range(0, table.Header.Count).Where(column => column != label && !months.Exists(month => month.Column == column) && table.Header[column].Length > 0).Select(column => table.Header[column]).ToList();
        if (left.Count > 0)
        {
            reshaped.Warn(
                $"Read as one entry for each account and month; left out: “{string.Join("”, “", left)}”.",
                $"Lu comme une écriture par compte et par mois\u00a0; colonnes laissées de côté\u00a0: «\u00a0{string.Join("\u00a0», «\u00a0", left)}\u00a0».");
        }

        return reshaped;
    }

    private static List<(int Column, LocalDate End, byte[] Text)> MonthsOf(ExportTable table)
    {
        var year = table.Preamble.Append(table.FileName).Select(ReportPeriod.LastDay).FirstOrDefault(day => day is not null)?.Year;
        var months = new List<(int Column, LocalDate End, byte[] Text)>();
        for (var column = 0; column < table.Header.Count; column++)
        {
            if (MonthName.LastDay(table.Header[column], year) is { } end)
                months.Add((column, end, System.Text.Encoding.ASCII.GetBytes(LocalDatePattern.Iso.Format(end))));
        }

        return months;
    }

    // Without headings of income and of costs it could be any table by month, and no sign would tell one from the other.
    private static bool HasSections(ExportTable table, int label, List<(int Column, LocalDate End, byte[] Text)> months)
    {
        var sections = ProfitAndLossWords.Sections();
        var found = new HashSet<string>(StringComparer.Ordinal);
        using var rows = table.OpenRows();
        for (var count = 0; rows.Read(); count++)
        {
            if (count > MostRows)
                return false;
            if (!MonthlyRows.HasAmount(rows, months) && sections.Find(Values.Utf8Text.Trim(rows.Field(label))) is { } section)
                found.Add(section);
        }

        return found.Contains("70") && (found.Contains("60") || found.Contains("61"));
    }

    // Without a name it is QuickBooks' own column of accounts.
    private static string LabelOf(string name) => name.Length == 0 ? "Distribution account" : AccountNames.Contains(HeaderName.Key(name), StringComparer.Ordinal) ? name : "Account";
}
