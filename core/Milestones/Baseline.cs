using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;

namespace OpsAutomation.Milestones;

/// <summary>
/// Where every KPI stood before an engagement began: over the last full month before the start, for ratios over the last three.
/// From J+10 on a figure is frozen (<see cref="BaselineStore"/>).
/// </summary>
public sealed class Baseline(IReadOnlyList<BaselineFigure> figures)
{
    private readonly Dictionary<string, BaselineFigure> byKpi = figures.ToDictionary(figure => figure.Kpi, StringComparer.OrdinalIgnoreCase);

    /// <summary>No figure.</summary>
    public static Baseline Empty { get; } = new([]);

    /// <summary>The figures.</summary>
    public IReadOnlyList<BaselineFigure> Figures => figures;

    /// <summary>The figure of a KPI, or null.</summary>
    public BaselineFigure? Find(string kpi) => byKpi.GetValueOrDefault(kpi);

    /// <summary>The last full month, of a ratio the last three, that ended before a day.</summary>
    public static (LocalDate From, LocalDate To) PeriodBefore(LocalDate day, KpiNature nature)
    {
        var month = new LocalDate(day.Year, day.Month, 1);
        return (month.PlusMonths(nature == KpiNature.Ratio ? -3 : -1), month.PlusDays(-1));
    }

    /// <summary>The figures as the facts give them now.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="kpis">Every KPI of a period, both days included.</param>
    public static Baseline Compute(Engagement engagement, Func<LocalDate, LocalDate, IReadOnlyList<KpiResult>> kpis)
    {
        var figures = new List<BaselineFigure>();
        foreach (var ratios in new[] { false, true })
        {
            var (from, to) = PeriodBefore(engagement.Start, ratios ? KpiNature.Ratio : KpiNature.Flow);
            figures.AddRange(kpis(from, to)
                .Where(kpi => kpi.Nature == KpiNature.Ratio == ratios)
                .Select(kpi => new BaselineFigure(kpi.Id, kpi.Label, from, to, kpi.Value, kpi.Unit, kpi.Currency)));
        }

        return new(figures);
    }

    /// <summary>The frozen figures, and for KPIs without one the computed ones.</summary>
    public static Baseline Merge(Baseline frozen, Baseline computed) =>
        new([.. frozen.Figures, .. computed.Figures.Where(figure => frozen.Find(figure.Kpi) is null)]);
}
