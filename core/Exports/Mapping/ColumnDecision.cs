using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;
using OpsAutomation.Locales;

namespace OpsAutomation.Exports.Mapping;

/// <summary>Decides decimal marks, date orders and units of columns from all their values.</summary>
internal static class ColumnDecision
{
    internal static TableMapping Scan(TableMapping mapping, ExportTable table)
    {
        var evidence = Read(mapping.Columns, table);
        var warnings = new List<LocalizedText>(mapping.Warnings);
        var siblings = Siblings.Of(mapping.Columns, evidence, mapping.Context.Locale);
        var columns = mapping.Columns.Select(column => Decide(column, evidence[column.Index], siblings, warnings)).ToList();
        return mapping.With(columns, warnings, isScanned: true);
    }

    /// <summary>Whether a column of the sample already leaves something open, so that a first pass would be lost.</summary>
    internal static bool IsOpen(ColumnMapping column, ColumnEvidence evidence) => column.Input?.Kind switch
    {
        FieldKind.Number => !column.IsMarkFixed && (evidence.HasOpenNumbers || evidence.HasContradictoryNumbers),
        FieldKind.Time => !column.IsOrderFixed && (evidence.HasOpenDates || evidence.HasContradictoryDates),
        _ => false,
    };

    internal static ColumnMapping Decide(ColumnMapping column, ColumnEvidence evidence, Siblings siblings, List<LocalizedText> warnings)
    {
        var isNumber = column.Input is null ? evidence.Numbers > evidence.Dates : column.Input.Kind == FieldKind.Number;
        var isTime = column.Input is null ? evidence.Dates > 0 && evidence.Dates >= evidence.Numbers : column.Input.Kind == FieldKind.Time;
        if (isNumber && column.Input is not null && !column.IsMarkFixed)
            WarnOfMark(column.Name, evidence, siblings, warnings);
        if (isTime && column.Input is not null && !column.IsOrderFixed)
            WarnOfOrder(column.Name, evidence, siblings, warnings);
        var order = column.IsOrderFixed ? column.Order : isTime ? evidence.DecideOrder(siblings.Order) : null;
        return column with
        {
            DecimalMark = column.IsMarkFixed ? column.DecimalMark : isNumber ? evidence.DecideMark(siblings.Mark) : null,
            Order = order,
            DateOrder = isTime ? evidence.OrderName(order) : null,
            IsShare = evidence.IsShare ?? false,
            Samples = Math.Max(column.Samples, Math.Max(evidence.Numbers, evidence.Dates)),
        };
    }

    private static ColumnEvidence[] Read(IReadOnlyList<ColumnMapping> columns, ExportTable table)
    {
        var evidence = new ColumnEvidence[columns.Count];
        for (var i = 0; i < evidence.Length; i++)
            evidence[i] = new ColumnEvidence();
        using var rows = table.OpenRows();
        while (rows.Read())
        {
            if (rows.Defect is not null)
                continue;
            foreach (var column in columns)
                Add(evidence[column.Index], column, rows);
        }

        return evidence;
    }

    private static void Add(ColumnEvidence evidence, ColumnMapping column, IRowReader rows)
    {
        if (column.Input?.Kind is FieldKind.Text or FieldKind.Flag)
            return;
        var text = Utf8Text.Trim(rows.Field(column.Index));
        if (Utf8Text.IsMissing(text))
            return;
        var kind = rows.KindOf(column.Index);
        if (column.Input?.Kind != FieldKind.Time && kind != CellKind.Date && NumberText.TryParse(text, kind == CellKind.Number ? (byte)'.' : (byte)0, out var number, out var shown))
        {
            if (kind != CellKind.Number)
                evidence.Add(shown);
            if (text[^1] != '%')
                evidence.AddSize(number);
        }

        if (column.Input?.Kind != FieldKind.Number && DateText.TryParse(text, null, out _, out var form))
            evidence.Add(form);
    }

    private static void WarnOfMark(string name, ColumnEvidence evidence, Siblings siblings, List<LocalizedText> warnings)
    {
        if (evidence.HasContradictoryNumbers)
        {
            warnings.Add(new(
                $"Column “{name}”: some numbers have a decimal point and others a decimal comma. The majority decides; rows that do not fit are rejected.",
                $"Colonne «\u00a0{name}\u00a0»\u00a0: certains nombres ont un point décimal, d’autres une virgule décimale. La majorité décide\u00a0; les lignes qui n’y correspondent pas sont rejetées."));
        }
        else if (evidence.IsMarkOpen)
        {
            var mark = siblings.Mark == ',' ? ("a decimal comma", "une virgule décimale") : ("a decimal point", "un point décimal");
            warnings.Add(new(
                $"Column “{name}”: no value shows which mark is the decimal one. Read with {mark.Item1}, {siblings.WhyMark.En}.",
                $"Colonne «\u00a0{name}\u00a0»\u00a0: aucune valeur ne montre quel signe sépare les décimales. Lue avec {mark.Item2}, {siblings.WhyMark.Fr}."));
        }
    }

    private static void WarnOfOrder(string name, ColumnEvidence evidence, Siblings siblings, List<LocalizedText> warnings)
    {
        if (evidence.HasContradictoryDates)
        {
            warnings.Add(new(
                $"Column “{name}”: some dates are only possible day first and others only month first. The majority decides; rows that do not fit are rejected.",
                $"Colonne «\u00a0{name}\u00a0»\u00a0: certaines dates ne sont possibles que jour en tête, d’autres que mois en tête. La majorité décide\u00a0; les lignes qui n’y correspondent pas sont rejetées."));
        }
        else if (evidence.IsOrderOpen)
        {
            var order = siblings.Order == DateOrder.MonthFirst ? ("month first", "mois en tête") : ("day first", "jour en tête");
            warnings.Add(new(
                $"Column “{name}”: no value shows whether the day or the month comes first. Read {order.Item1}, {siblings.WhyOrder.En}.",
                $"Colonne «\u00a0{name}\u00a0»\u00a0: aucune valeur ne montre si le jour ou le mois vient en tête. Lue {order.Item2}, {siblings.WhyOrder.Fr}."));
        }
    }
}
