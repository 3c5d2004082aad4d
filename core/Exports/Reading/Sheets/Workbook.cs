using OpsAutomation.Exports.Reading.Zip;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>Opens an XLSX workbook: one table for each visible sheet that holds one.</summary>
internal static class Workbook
{
    public static IReadOnlyList<ExportTable> Open(string file, Archive archive, ReadingLimits limits)
    {
        if (archive.Has("xl/workbook.bin"))
            throw Unreadable.Kind(file, "a binary workbook (.xlsb)", "un classeur binaire (.xlsb)");
        if (archive.Has("word/document.xml"))
            throw Unreadable.Kind(file, "a text document", "un document texte");
        var parts = WorkbookParts.Read(file, archive, limits);
        if (parts is null)
            throw Unreadable.Kind(file, "a document of another kind, such as an OpenDocument one", "un document d’une autre nature, par exemple OpenDocument");
        var formats = CellFormats.Read(file, archive, parts, limits);
        var texts = new Lazy<SharedTexts>(() => SharedTexts.Read(file, archive, parts.SharedTexts, limits));
        var tables = new List<ExportTable>();
        var warnings = new List<LocalizedText>();
        OpsException? refusal = null;
        var pivots = 0;
        foreach (var sheet in parts.Sheets)
        {
            if (sheet.IsHidden)
            {
                warnings.Add(new($"The hidden sheet “{sheet.Name}” was left out.", $"La feuille masquée «\u00a0{sheet.Name}\u00a0» a été laissée de côté."));
                continue;
            }

            if (sheet.HasPivot)
            {
                pivots++;
                warnings.Add(new($"The sheet “{sheet.Name}” shows a pivot table, not records; it was left out.", $"La feuille «\u00a0{sheet.Name}\u00a0» présente un tableau croisé, pas des enregistrements\u00a0; elle a été laissée de côté."));
                continue;
            }

            try
            {
                tables.Add(SheetTable.Open(file, sheet.Name, "xlsx", () => new SheetSource(file, sheet, archive, texts.Value, formats, limits)));
            }
            catch (OpsException e) when (e.Data.Contains(Unreadable.HoldsNoTable))
            {
                refusal ??= e;
                if (!e.Data.Contains(SheetTable.IsEmptySheet))
                    warnings.Add(e.Text);
            }
        }

        if (tables.Count == 0)
            throw pivots > 0 ? PivotOnly(file) : refusal ?? Unreadable.Empty(file);
        foreach (var warning in warnings)
            tables[0].Warn(warning.En, warning.Fr);
        return tables;
    }

    private static OpsException PivotOnly(string file) => OpsException.Refused(
        $"{file}: the workbook holds only pivot tables, which are sums of records and not records. Export the rows that they were made from.",
        $"{file}\u00a0: le classeur ne contient que des tableaux croisés dynamiques, c’est-à-dire des sommes et non des enregistrements. Exportez les lignes dont ils sont issus.");
}
