using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class DealKpiTests
{
    private static KpiScenario With(params DealBuilder[] deals) => new KpiScenario()
        .Add(deals.Select(deal => deal.Build()))
        .Covering(FactType.Deal, "2026-01-01", "2026-06-30");

    private static DealBuilder Won(string closed, decimal? amount = null) => amount is { } money
        ? new DealBuilder().Won().Closed(closed).Amount(money)
        : new DealBuilder().Won().Closed(closed);

    private static DealBuilder Lost(string closed) => new DealBuilder().Lost().Closed(closed);

    [Fact]
    public void Won_deals_are_summed_and_counted_by_close_date()
    {
        var scenario = With(Won("2026-02-28", 10m), Won("2026-03-01", 20.5m), Won("2026-03-31", 30m), Won("2026-04-01", 40m), Lost("2026-03-10"));

        scenario.Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31").Value.ShouldBe(50.5m);
        scenario.Over(KpiIds.WonCount, "2026-03-01", "2026-03-31").Value.ShouldBe(2m);
        scenario.Over(KpiIds.LostCount, "2026-03-01", "2026-03-31").Value.ShouldBe(1m);
        scenario.Over(KpiIds.AverageDeal, "2026-03-01", "2026-03-31").Value.ShouldBe(25.25m);
        decimal.Round(scenario.Over(KpiIds.WinRate, "2026-03-01", "2026-03-31").Value!.Value, 6).ShouldBe(66.666667m);
        scenario.Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31").Previous.ShouldBe(10m);
    }

    [Fact]
    public void A_close_at_23_30_in_Paris_belongs_to_that_day() =>
        With(Won("2026-03-31T23:30", 5m)).Over(KpiIds.WonAmount, "2026-03-31", "2026-03-31").Value.ShouldBe(5m);

    [Fact]
    public void Sums_are_zero_inside_the_covered_days_and_null_outside()
    {
        var scenario = With(Won("2026-03-01", 20m));

        scenario.Over(KpiIds.WonAmount, "2026-05-01", "2026-05-31").Value.ShouldBe(0m);
        scenario.Over(KpiIds.WonCount, "2026-06-29", "2026-07-05").Value.ShouldBe(0m);
        scenario.Over(KpiIds.WinRate, "2026-05-01", "2026-05-31").Status.ShouldBe(KpiStatus.NoData);
        scenario.Over(KpiIds.WonAmount, "2026-07-01", "2026-07-31").Value.ShouldBeNull();
        scenario.Over(KpiIds.WonCount, "2025-12-01", "2025-12-31").Status.ShouldBe(KpiStatus.NoData);
    }

    [Fact]
    public void A_stated_day_extends_the_covered_days() =>
        new KpiScenario().Add(Won("2026-03-01", 20m).Build()).Covering(FactType.Deal, "2026-01-01", "2026-06-30", taken: "2026-07-20")
            .Over(KpiIds.WonCount, "2026-07-13", "2026-07-19").Value.ShouldBe(0m);

    [Fact]
    public void A_sum_over_records_without_any_amount_is_nothing()
    {
        var won = With(Won("2026-03-01")).Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31");

        won.Value.ShouldBeNull();
        won.Warnings.ShouldHaveSingleItem();
    }

    [Fact]
    public void Cycle_takes_fractions_only_where_both_ends_have_a_time()
    {
        With(Won("2026-03-02T18:00").Created("2026-03-01T06:00")).Over(KpiIds.CycleDays, "2026-03-01", "2026-03-31").Value.ShouldBe(1.5m);
        With(Won("2026-03-02T18:00").Created("2026-03-01")).Over(KpiIds.CycleDays, "2026-03-01", "2026-03-31").Value.ShouldBe(1m);
    }

    [Fact]
    public void Cycle_over_the_change_to_summer_time_goes_by_local_time() =>
        With(Won("2026-03-30T12:00").Created("2026-03-28T12:00")).Over(KpiIds.CycleDays, "2026-03-01", "2026-03-31").Value.ShouldBe(2m);

    [Fact]
    public void A_negative_cycle_is_kept_and_warned_of()
    {
        var cycle = With(Won("2026-03-01").Created("2026-03-11"), Won("2026-03-11").Created("2026-03-07")).Over(KpiIds.CycleDays, "2026-03-01", "2026-03-31");

        cycle.Value.ShouldBe(-3m);
        cycle.Warnings.ShouldHaveSingleItem().Fr.ShouldContain("création\u00a0;");
    }

    [Fact]
    public void Median_of_an_even_number_is_the_mean_of_the_middle_two() =>
        With(Won("2026-03-11").Created("2026-03-10"), Won("2026-03-11").Created("2026-03-01"), Won("2026-03-11").Created("2026-03-07"), Won("2026-03-11").Created("2026-03-08"))
            .Over(KpiIds.CycleDaysMedian, "2026-03-01", "2026-03-31").Value.ShouldBe(3.5m);

    [Fact]
    public void Pipeline_holds_what_was_created_and_not_closed_by_the_end_of_the_period()
    {
        var scenario = With(
            new DealBuilder().Created("2026-03-31").Amount(1m).Probability(50m).Closed("2026-02-01"),
            new DealBuilder().Created("2026-04-01").Amount(2m),
            Won("2026-04-01", 4m).Created("2026-01-10"),
            Won("2026-03-31", 8m).Created("2026-01-10"),
            new DealBuilder().With(DealFields.Created, (string?)null).Amount(16m),
            new DealBuilder().Won().Amount(32m));

        var pipeline = scenario.Over(KpiIds.OpenPipeline, "2026-03-01", "2026-03-31");
        pipeline.Value.ShouldBe(21m);
        pipeline.Gained.Select(deal => deal.Value).ShouldBe([1m]);
        pipeline.Lost.Select(deal => deal.Value).ShouldBe([8m]);
        var weighted = scenario.Over(KpiIds.WeightedPipeline, "2026-03-01", "2026-03-31");
        weighted.Value.ShouldBe(0.5m);
        weighted.Warnings.ShouldHaveSingleItem();
    }

    [Fact]
    public void Several_currencies_are_never_added()
    {
        var won = With(Won("2026-03-01", 20m), Won("2026-03-02", 30m).Currency("USD")).Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31");

        won.Value.ShouldBeNull();
        won.ByCurrency.ShouldBe([new("EUR", 20m), new("USD", 30m)]);
        won.Status.ShouldBe(KpiStatus.NoData);
    }

    [Fact]
    public void One_foreign_currency_is_a_plain_value_in_that_currency()
    {
        var won = With(Won("2026-03-02", 30m).Currency("USD")).Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31");

        (won.Value, won.Currency, won.ByCurrency).ShouldBe((30m, "USD", null));
    }

    [Fact]
    public void Overwritten_values_of_a_past_day_come_from_a_snapshot_or_not_at_all()
    {
        var scenario = With(new DealBuilder().Amount(5m).ValuesSince("2026-04-10"));

        scenario.Over(KpiIds.OpenPipeline, "2026-04-06", "2026-04-12").Value.ShouldBe(5m);
        scenario.Over(KpiIds.OpenPipeline, "2026-03-30", "2026-04-05").Value.ShouldBeNull();
        var kept = scenario.Kept(KpiIds.OpenPipeline, "2026-04-05", 7m, "EUR").Over(KpiIds.OpenPipeline, "2026-03-30", "2026-04-05");
        (kept.Value, kept.FromSnapshot).ShouldBe((7m, true));
    }

    [Fact]
    public void Stale_deals_are_open_without_activity_for_thirty_days()
    {
        var scenario = With(
            new DealBuilder().LastActivity("2026-03-01"),
            new DealBuilder().LastActivity("2026-03-02"),
            new DealBuilder().Created("2026-02-01"),
            new DealBuilder().Created("2026-03-20").LastActivity("2026-04-20"));

        scenario.Over(KpiIds.StaleCount, "2026-03-01", "2026-03-31").Value.ShouldBe(2m);
    }

    [Fact]
    public void Stale_deals_of_a_day_before_a_later_activity_cannot_be_known() =>
        With(new DealBuilder().LastActivity("2026-04-02")).Over(KpiIds.StaleCount, "2026-03-01", "2026-03-31").Value.ShouldBeNull();

    [Fact]
    public void Coverage_is_expected_pipeline_over_what_is_still_to_win()
    {
        var scenario = With(new DealBuilder().Amount(300m).Closed("2026-03-20"), new DealBuilder().Amount(50m).Closed("2026-04-20"), Won("2026-03-05", 50m))
            .Target(KpiIds.WonAmount, Grain.Month, 200m);

        scenario.Over(KpiIds.Coverage, "2026-03-01", "2026-03-31", at: "2026-03-10").Value.ShouldBe(2m);
        scenario.Over(KpiIds.Coverage, "2026-03-01", "2026-03-30", at: "2026-03-10").Value.ShouldBeNull();
    }

    [Fact]
    public void Loss_reasons_are_a_table_with_a_line_for_deals_without_one()
    {
        var reasons = With(
                new DealBuilder().Lost("Prix").Closed("2026-03-01").Amount(10m),
                new DealBuilder().Lost("Prix").Closed("2026-03-02").Amount(5m),
                new DealBuilder().Lost().Closed("2026-03-02"),
                new DealBuilder().Lost("Délai").Closed("2026-04-02"))
            .Over(KpiIds.LossReasons, "2026-03-01", "2026-03-31");

        reasons.Value.ShouldBe(3m);
        reasons.Rows.ShouldBe([new("Prix", 2, 15m), new("Sans raison", 1, null)]);
    }

    [Fact]
    public void Deleted_deals_never_count() =>
        With(Won("2026-03-02", 30m).State(RecordState.Deleted), Won("2026-03-02", 3m)).Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31").Value.ShouldBe(3m);

    [Fact]
    public void Contributions_name_the_five_heaviest_deals()
    {
        var won = With([.. Enumerable.Range(1, 8).Select(n => Won("2026-03-02", n).With(DealFields.Name, $"Deal {n}"))])
            .Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31");

        won.Contributions.Select(part => part.Value).ShouldBe([8m, 7m, 6m, 5m, 4m]);
        won.Contributions[0].Label.ShouldBe("Deal 8");
    }
}
