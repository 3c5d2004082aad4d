using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using OpsAutomation.Exports.Reading.Zip;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>Opens a workbook of Excel 97-2003 (.xls), or says that a newer one is encrypted, which looks the same from outside.</summary>
internal static class OldWorkbook
{
    static OldWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<ExportTable> Open(ExportContent content, ReadingLimits limits)
    {
        if (content.Length > limits.MaxBytesInMemory)
            throw Oversize.InMemory(content.Name, limits.MaxBytesInMemory);
        if (EncryptedPackage.IsIn(content.Open()))
            throw Protected(content.Name, null);
        try
        {
            return Read(content, limits);
        }
        catch (InvalidPasswordException e)
        {
            throw Protected(content.Name, e);
        }
        catch (Exception e) when (e is ExcelReaderException or IOException or ArgumentException or IndexOutOfRangeException or InvalidOperationException or NotSupportedException or OverflowException or NullReferenceException)
        {
            throw Archive.Damaged(content.Name, e);
        }
    }

    private static OpsException Protected(string file, Exception? cause) => OpsException.Refused(
        $"{file}: the workbook is protected by a password. Save it without one, or export as CSV.",
        $"{file}\u00a0: le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe, ou exportez en CSV.",
        cause);

    private static List<ExportTable> Read(ExportContent content, ReadingLimits limits)
    {
        using var stream = content.Open();
        using var excel = ExcelReaderFactory.CreateBinaryReader(stream);
        var tables = new List<ExportTable>();
        var warnings = new List<LocalizedText>();
        OpsException? refusal = null;
        var cells = 0L;
        do
        {
            if (!string.Equals(excel.VisibleState, "visible", StringComparison.OrdinalIgnoreCase))
            {
                warnings.Add(new($"The hidden sheet “{excel.Name}” was left out.", $"La feuille masquée «\u00a0{excel.Name}\u00a0» a été laissée de côté."));
                continue;
            }

            var rows = OldSheet.Read(excel, content.Name, limits, ref cells);
            try
            {
                tables.Add(SheetTable.Open(content.Name, excel.Name, "xls", () => new MemorySource(rows)));
            }
            catch (OpsException e) when (e.Data.Contains(Unreadable.HoldsNoTable))
            {
                refusal ??= e;
                if (!e.Data.Contains(SheetTable.IsEmptySheet))
                    warnings.Add(e.Text);
            }
        }
        while (excel.NextResult());

        if (tables.Count == 0)
            throw refusal ?? Unreadable.Empty(content.Name);
        foreach (var warning in warnings)
            tables[0].Warn(warning.En, warning.Fr);
        return tables;
    }
}
