using OpsAutomation.Kpis;

namespace OpsAutomation.Locales;

/// <content>Figures of KPIs by their unit.</content>
public sealed partial record Locale
{
    /// <summary>
    /// A KPI's figure: <c>48 200 €</c>, <c>63,2 %</c>, <c>11,0 j</c>, <c>3,5 h</c>, <c>6,4 mois</c>; points and counts as numbers,
    /// a plain ratio with two decimals.
    /// </summary>
    /// <param name="value">The figure.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="currency">The currency of money, ISO 4217; money without one is shown as a number.</param>
    public string Kpi(decimal value, KpiUnit unit, string? currency = null) => unit switch
    {
        KpiUnit.Money when currency is not null => Money(value, currency),
        KpiUnit.Percent => Percent(value),
        KpiUnit.Points => Number(value, PlacesOfPoints(value)),
        _ => Number(value, PlacesOf(unit, value)) + SuffixOf(unit),
    };

    /// <summary>A KPI's figure, or the words for no data where it has none.</summary>
    public string Kpi(KpiResult kpi) => kpi.Value is { } value
        ? Kpi(value, kpi.Unit, kpi.Currency)
        : Language == Language.French ? "pas de données" : "no data";

    /// <summary>
    /// The change of a KPI, in its own unit and with its sign: <c>+9 800 €</c>, <c>+1,0 j</c>, <c>−2</c>; that of a percentage in points:
    /// <c>+2,3 points</c>.
    /// </summary>
    /// <param name="change">The figure minus the one it is compared with.</param>
    /// <param name="unit">The unit of both.</param>
    /// <param name="currency">The currency of money, ISO 4217.</param>
    public string KpiChange(decimal change, KpiUnit unit, string? currency = null) => unit switch
    {
        KpiUnit.Money when currency is not null => SignedMoney(change, currency),
        KpiUnit.Percent => SignedPoints(change),
        KpiUnit.Points => SignedNumber(change, PlacesOfPoints(change)),
        _ => SignedNumber(change, PlacesOf(unit, change)) + SuffixOf(unit),
    };

    private static int PlacesOfPoints(decimal value) => value == decimal.Truncate(value) ? 0 : 1;

    private static int? PlacesOf(KpiUnit unit, decimal value) => unit switch
    {
        KpiUnit.Days or KpiUnit.Hours or KpiUnit.Months => 1,
        KpiUnit.Ratio => 2,
        KpiUnit.Money => value == decimal.Truncate(value) || Math.Abs(value) >= 1000m ? 0 : 2,
        _ => null,
    };

    private string SuffixOf(KpiUnit unit) => (unit, Language) switch
    {
        (KpiUnit.Days, Language.French) => "\u00a0j",
        (KpiUnit.Days, _) => "\u00a0d",
        (KpiUnit.Hours, _) => "\u00a0h",
        (KpiUnit.Months, Language.French) => "\u00a0mois",
        (KpiUnit.Months, _) => "\u00a0months",
        _ => "",
    };
}
