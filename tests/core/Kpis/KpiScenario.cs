using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

/// <summary>Facts, an engagement and a question.</summary>
internal sealed class KpiScenario
{
    private readonly InMemoryFactSource facts = new();
    private KpiHistory history = KpiHistory.Empty;
    private OperationsFigures? operations;

    public Engagement Engagement { get; private set; } = new()
    {
        Id = EngagementId.Parse("atelier-lumen"),
        Name = "Atelier Lumen",
        Locale = Locale.FrFr,
        Currency = "EUR",
        Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Start = new(2026, 1, 5),
    };

    public KpiScenario Add(params IEnumerable<FactRecord> records)
    {
        facts.Add(records);
        return this;
    }

    public KpiScenario Covering(FactType type, string first, string last, string? taken = null, int rejected = 0)
    {
        facts.Covering(type, first, last, taken: taken, rejected: rejected);
        return this;
    }

    public KpiScenario Import(OpsAutomation.Exports.ImportSource import)
    {
        facts.With(import);
        return this;
    }

    public KpiScenario With(Func<Engagement, Engagement> change)
    {
        Engagement = change(Engagement);
        return this;
    }

    public KpiScenario Set(Func<KpiSettings, KpiSettings> change) => With(engagement => engagement with { Kpis = change(engagement.Kpis) });

    public KpiScenario Target(string kpi, Grain grain, decimal value, decimal? upTo = null, string? validFrom = null, decimal threshold = 10m) =>
        Set(kpis => kpis with { Targets = [.. kpis.Targets, new(kpi, grain, value, upTo, validFrom is null ? null : Day(validFrom), threshold)] });

    public KpiScenario Kept(string kpi, string day, decimal value, string currency = "")
    {
        history = history.With(kpi, Day(day), value, currency);
        return this;
    }

    public KpiScenario Operations(OperationsFigures figures)
    {
        operations = figures;
        return this;
    }

    public IReadOnlyList<KpiResult> All(string at) => Compute(new() { At = Day(at) });

    public IReadOnlyList<KpiResult> All(string from, string to, string? at = null) =>
        Compute(new() { At = at is null ? Day(to).PlusDays(1) : Day(at), From = Day(from), To = Day(to) });

    public KpiResult At(string kpi, string at) => All(at).Single(result => result.Id == kpi);

    public KpiResult Over(string kpi, string from, string to, string? at = null) => All(from, to, at).Single(result => result.Id == kpi);

    public IReadOnlyList<KpiResult> Compute(KpiRequest request) => KpiEngine.Compute(Engagement, facts, request, history, operations);

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
