using NodaTime;
using OpsAutomation.Kpis;

namespace OpsAutomation.Core.Tests.Digests;

/// <summary>Builds a KPI's figure for the week of 16 to 22 November 2026.</summary>
internal sealed class KpiBuilder
{
    private static readonly LocalDate Monday = new(2026, 11, 16);
    private KpiResult kpi;

    public KpiBuilder(string id, string en, string fr, KpiUnit unit, decimal? value, decimal? previous) => kpi = new()
    {
        Id = id,
        Label = new(en, fr),
        Unit = unit,
        Currency = unit == KpiUnit.Money ? "EUR" : null,
        Grain = Grain.Week,
        Nature = KpiNature.Flow,
        Direction = KpiDirection.Higher,
        Period = new(Monday, Monday.PlusDays(6), Partial: false),
        Value = value,
        Previous = previous,
        Status = value is null ? KpiStatus.NoData : KpiStatus.NoTarget,
    };

    public KpiBuilder Currency(string currency) => Set(kpi with { Currency = currency });

    public KpiBuilder Lower() => Set(kpi with { Direction = KpiDirection.Lower });

    public KpiBuilder Stock() => Set(kpi with { Nature = KpiNature.Stock });

    public KpiBuilder Ratio() => Set(kpi with { Nature = KpiNature.Ratio });

    public KpiBuilder Target(decimal target, KpiStatus status) => Set(kpi with { Target = target, Status = kpi.Value is null ? KpiStatus.NoData : status });

    public KpiBuilder Range(decimal from, decimal to, KpiStatus status) => Set(kpi with { Target = from, TargetUpTo = to, Direction = KpiDirection.Within, Status = status });

    public KpiBuilder Series(params decimal?[] values) => Set(kpi with { Series = [.. values.Select((value, i) => new KpiPoint($"2026-W{47 - values.Length + 1 + i}", value))] });

    public KpiBuilder Parts(params (string Label, decimal Value)[] parts) => Set(kpi with { Contributions = [.. parts.Select(part => new KpiContribution(part.Label, part.Value))] });

    public KpiBuilder Before(params (string Label, decimal Value)[] parts) => Set(kpi with { PreviousContributions = [.. parts.Select(part => new KpiContribution(part.Label, part.Value))] });

    public KpiBuilder Moved((string Label, decimal Value)[] gained, (string Label, decimal Value)[] lost) => Set(kpi with
    {
        Gained = [.. gained.Select(part => new KpiContribution(part.Label, part.Value))],
        Lost = [.. lost.Select(part => new KpiContribution(part.Label, part.Value))],
    });

    public KpiBuilder From(string profile, LocalDate taken) => Set(kpi with { Sources = [new($"{profile}.csv", 412, 0, taken.AtMidnight().InUtc().ToInstant(), profile, taken)] });

    public KpiBuilder Rolling(int days, int size) => Set(kpi with { Grain = Grain.Rolling, Period = new(Monday.PlusDays(7 - days), Monday.PlusDays(6), Partial: false), SampleSize = size });

    public KpiBuilder October() => Set(kpi with { Grain = Grain.Month, Period = new(new(2026, 10, 1), new(2026, 10, 31), Partial: false) });

    public KpiBuilder Entered() => Set(kpi with { Entered = true });

    public KpiBuilder EnteredFor(LocalDate day) => Set(kpi with { Entered = true, EnteredFor = day });

    public KpiBuilder Partial() => Set(kpi with { Period = kpi.Period with { Partial = true } });

    public KpiBuilder ByCurrency(params (string Currency, decimal? Value)[] parts) =>
        Set(kpi with { Value = null, Previous = null, Currency = null, Status = KpiStatus.NoTarget, ByCurrency = [.. parts.Select(part => new CurrencyValue(part.Currency, part.Value))] });

    public KpiResult Build() => kpi;

    private KpiBuilder Set(KpiResult changed)
    {
        kpi = changed;
        return this;
    }
}
