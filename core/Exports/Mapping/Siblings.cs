using OpsAutomation.Facts;
using OpsAutomation.Locales;

namespace OpsAutomation.Exports.Mapping;

/// <summary>
/// What decides a column that all its own values leave open: the other columns of the same file where they agree, since one program wrote them all; else the locale.
/// </summary>
/// <param name="Mark">The decimal mark.</param>
/// <param name="WhyMark">Where it comes from, as the end of a sentence.</param>
/// <param name="Order">The order of day and month.</param>
/// <param name="WhyOrder">Where it comes from, as the end of a sentence.</param>
internal sealed record Siblings(char Mark, LocalizedText WhyMark, DateOrder Order, LocalizedText WhyOrder)
{
    internal static Siblings Of(IReadOnlyList<ColumnMapping> columns, IReadOnlyList<ColumnEvidence> evidence, Locale locale)
    {
        var byOthers = new LocalizedText("as in the other columns of this file", "comme dans les autres colonnes de ce fichier");
        var byLocale = new LocalizedText($"as usual in {locale.Id}", $"comme d’usage en {locale.Id}");
        var numbers = columns.Where(column => column.Input?.Kind == FieldKind.Number).Select(column => Math.Sign(evidence[column.Index].PointLead)).Where(lead => lead != 0).Distinct().ToList();
        var dates = columns.Where(column => column.Input?.Kind == FieldKind.Time).Select(column => Math.Sign(evidence[column.Index].DayLead)).Where(lead => lead != 0).Distinct().ToList();
        return new(
            numbers.Count == 1 ? numbers[0] > 0 ? '.' : ',' : locale.DecimalMark,
            numbers.Count == 1 ? byOthers : byLocale,
            dates.Count == 1 ? dates[0] > 0 ? DateOrder.DayFirst : DateOrder.MonthFirst : locale.DateOrder,
            dates.Count == 1 ? byOthers : byLocale);
    }
}
