using NodaTime;
using OpsAutomation.Kpis;

namespace OpsAutomation.Milestones;

/// <summary>Asks for the KPIs of a period once, however many criteria look at it.</summary>
internal sealed class KpiFigures(Func<LocalDate, LocalDate, IReadOnlyList<KpiResult>>? kpis)
{
    private readonly Dictionary<(LocalDate, LocalDate), IReadOnlyList<KpiResult>> known = [];

    public IReadOnlyList<KpiResult> Of(LocalDate from, LocalDate to)
    {
        if (kpis is null)
            return [];
        if (!known.TryGetValue((from, to), out var results))
            known[(from, to)] = results = kpis(from, to);
        return results;
    }

    /// <summary>The figure of a KPI over the last full month, of a ratio the last three, that ended on or before a day; null for none.</summary>
    public KpiResult? Latest(string kpi, LocalDate day, KpiNature nature)
    {
        var (from, to) = Baseline.PeriodBefore(day.PlusDays(1), nature);
        return Of(from, to).FirstOrDefault(result => string.Equals(result.Id, kpi, StringComparison.OrdinalIgnoreCase));
    }
}
