using NodaTime;

namespace OpsAutomation.Kpis;

/// <summary>The figures that were kept when they could still be computed: of days whose values later exports overwrote.</summary>
public sealed class KpiHistory
{
    private readonly Dictionary<(string Kpi, LocalDate Day), CurrencyValue> kept = [];

    /// <summary>Nothing was kept.</summary>
    public static KpiHistory Empty { get; } = new();

    /// <summary>Takes in a kept figure; one of the same KPI and day replaces it.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="day">The last day of the period that it was computed for.</param>
    /// <param name="value">The figure.</param>
    /// <param name="currency">The currency of money; empty for other units.</param>
    public KpiHistory With(string kpi, LocalDate day, decimal value, string currency = "")
    {
        var copy = new KpiHistory();
        foreach (var (key, figure) in kept)
            copy.kept.Add(key, figure);
        copy.Add(kpi, day, value, currency);
        return copy;
    }

    /// <summary>The figure kept for a KPI and the last day of a period, or null.</summary>
    public CurrencyValue? Find(string kpi, LocalDate day) => kept.GetValueOrDefault((kpi, day));

    internal void Add(string kpi, LocalDate day, decimal value, string currency) => kept[(kpi, day)] = new(currency, value);
}
