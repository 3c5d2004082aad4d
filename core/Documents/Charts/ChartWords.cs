using System.Text;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents.Charts;

/// <summary>The texts of a chart in a locale: the figures at its points, and what it says to those who do not see it.</summary>
internal static class ChartWords
{
    /// <summary>A figure as short as a chart wants it: <c>48,2 k€</c>, <c>€1.2M</c>, <c>11,0 j</c>; below ten thousand as everywhere.</summary>
    public static string Short(decimal value, KpiUnit unit, string? currency, Locale locale)
    {
        var french = locale.Language == Language.French;
        var (step, word) = Math.Abs(value) switch
        {
            >= 1_000_000_000m => (1_000_000_000m, french ? "\u00a0Md" : "bn"),
            >= 1_000_000m => (1_000_000m, french ? "\u00a0M" : "M"),
            >= 10_000m => (1_000m, french ? "\u00a0k" : "k"),
            _ => (1m, ""),
        };
        if (step == 1m || unit is KpiUnit.Percent or KpiUnit.Days or KpiUnit.Hours or KpiUnit.Months)
            return locale.Kpi(value, unit, currency);
        var number = locale.Number(value / step, Math.Abs(value / step) >= 1_000m ? 0 : 1);
        if (unit != KpiUnit.Money || currency is null)
            return number + word;
        // The symbol stands where this locale has it.
        var symbol = locale.Money(0m, currency, 0).Replace("0", "", StringComparison.Ordinal).Trim('\u00a0');
        if (locale.CurrencyAfter)
            return number + word + (symbol.Length == 1 ? "" : "\u00a0") + symbol;
        return number[0] == Locale.Minus ? Locale.Minus + symbol + number[1..] + word : symbol + number + word;
    }

    /// <summary>Every point in words, the target, and that the axis is cut where it is.</summary>
    public static string Describe(Chart chart, Locale locale)
    {
        var french = locale.Language == Language.French;
        var colon = french ? "\u00a0: " : ": ";
        var text = new StringBuilder(chart.Title).Append(". ");
        text.AppendJoin(french ? "\u00a0; " : "; ", chart.Points.Select(point =>
            point.Label + colon + (point.Value is { } value ? locale.Kpi(value, chart.Unit, chart.Currency) : french ? "pas de données" : "no data")));
        text.Append('.');
        if (chart.Points.LastOrDefault(point => point.Target is not null) is { Target: { } target } last)
        {
            text.Append(french ? " Cible\u00a0: " : " Target: ").Append(locale.Kpi(target, chart.Unit, chart.Currency));
            if (last.UpTo is { } upTo)
                text.Append(" – ").Append(locale.Kpi(upTo, chart.Unit, chart.Currency));
            text.Append('.');
        }

        return text.ToString();
    }

    /// <summary>The line above a chart: its title, what the dashes are, and that the axis is cut.</summary>
    public static string Caption(Chart chart, Locale locale)
    {
        var french = locale.Language == Language.French;
        var text = chart.Title;
        if (chart.HasTarget)
            text += french ? " · tirets\u00a0: cible" : " · dashes: target";
        if (ChartScale.Of(chart).IsCut)
            text += french ? " · axe coupé" : " · cut axis";
        if (!chart.HasValues)
            text += french ? " · pas de données" : " · no data";
        return text;
    }
}
