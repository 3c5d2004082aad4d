using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class KpiPropertyTests
{
    private static readonly LocalDate First = new(2025, 1, 1);
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(40);

    private sealed record Deal(int Created, int Length, int Status, int Cents, int Probability);

    private static Arbitrary<Deal[]> Deals => (
        from created in Gen.Choose(0, 364)
        from length in Gen.Choose(-20, 200)
        from status in Gen.Choose(0, 2)
        from cents in Gen.Choose(0, 1_000_000)
        from probability in Gen.Choose(0, 100)
        select new Deal(created, length, status, cents, probability)).ArrayOf().ToArbitrary();

    private static FactRecord Build(Deal deal)
    {
        var builder = new DealBuilder()
            .With(DealFields.Created, First.PlusDays(deal.Created))
            .With(DealFields.Closed, First.PlusDays(deal.Created + deal.Length))
            .Amount(deal.Cents / 100m)
            .Probability(deal.Probability);
        return (deal.Status switch { 0 => builder.Won(), 1 => builder.Lost(), _ => builder.Open() }).Build();
    }

    private static KpiScenario With(IEnumerable<Deal> deals) => new KpiScenario().Add(deals.Select(Build)).Covering(FactType.Deal, "2024-01-01", "2026-12-31");

    private static List<(string Id, decimal? Value)> Figures(KpiScenario scenario) =>
        [.. scenario.All("2025-01-01", "2025-12-31").Select(kpi => (kpi.Id, kpi.Value))];

    [Fact]
    public void A_lost_deal_more_never_raises_the_win_rate() => Prop.ForAll(Deals, deals =>
    {
        var before = With(deals).Over(KpiIds.WinRate, "2025-01-01", "2025-12-31").Value;
        var after = With([.. deals, new(10, 20, 1, 100, 0)]).Over(KpiIds.WinRate, "2025-01-01", "2025-12-31").Value;
        return before is null || after <= before;
    }).Check(Runs);

    [Fact]
    public void The_order_of_the_facts_changes_nothing() => Prop.ForAll(Deals, deals =>
        Figures(With(deals)).SequenceEqual(Figures(With(deals.Reverse())))).Check(Runs);

    [Fact]
    public void Months_add_up_to_the_year() => Prop.ForAll(Deals, deals =>
    {
        var scenario = With(deals);
        return new[] { KpiIds.WonAmount, KpiIds.WonCount, KpiIds.LostCount, KpiIds.CreatedCount }.All(id =>
        {
            var year = scenario.Over(id, "2025-01-01", "2025-12-31");
            return year.Series.Sum(point => point.Value) == year.Value && year.Series.Count == 12;
        });
    }).Check(Runs);

    [Fact]
    public void Figures_are_those_of_a_plain_query_over_the_deals() => Prop.ForAll(Deals, deals =>
    {
        var end = new LocalDate(2025, 12, 31);
        bool Within(Deal deal) => First.PlusDays(deal.Created + deal.Length) is var closed && closed >= First && closed <= end;
        var won = deals.Where(deal => deal.Status == 0 && Within(deal)).ToList();
        var lengths = won.Select(deal => (decimal)deal.Length).Order().ToList();
        var open = deals.Where(deal => First.PlusDays(deal.Created) <= end && (deal.Status == 2 || (deal.Length > 0 && First.PlusDays(deal.Created + deal.Length) > end))).ToList();
        var all = With(deals).All("2025-01-01", "2025-12-31").ToDictionary(kpi => kpi.Id, kpi => kpi.Value, StringComparer.Ordinal);
        return all[KpiIds.WonAmount] == won.Sum(deal => deal.Cents / 100m)
            && all[KpiIds.LostCount] == deals.Count(deal => deal.Status == 1 && Within(deal))
            && all[KpiIds.CycleDaysMedian] == (lengths.Count == 0 ? null : (lengths[(lengths.Count - 1) / 2] + lengths[lengths.Count / 2]) / 2m)
            && all[KpiIds.OpenPipeline] == open.Sum(deal => deal.Cents / 100m)
            && all[KpiIds.WeightedPipeline] == open.Sum(deal => deal.Cents / 100m * deal.Probability / 100m);
    }).Check(Runs);

    [Fact]
    public void The_catalogue_speaks_both_languages() => KpiCatalogue.All.ShouldAllBe(kpi =>
        kpi.Label.En.Length > 0 && kpi.Label.Fr.Length > 0 && kpi.Meaning.En.Length > 0 && kpi.Meaning.Fr.Length > 0 && !kpi.Meaning.Fr.Contains(" :"));

    [Fact]
    public void Followed_KPIs_are_in_the_catalogue_and_a_solo_business_has_five()
    {
        KpiCatalogue.FollowedBy(OpsAutomation.Engagements.EngagementSize.Solo).Count.ShouldBe(5);
        KpiCatalogue.FollowedBy(OpsAutomation.Engagements.EngagementSize.Sme).ShouldAllBe(id => KpiCatalogue.Find(id) != null);
    }
}
