using NodaTime;
using OpsAutomation.Documents.Framing;
using OpsAutomation.Kpis;

namespace OpsAutomation.Core.Tests.Documents.Framing;

public sealed class LeversTests
{
    [Fact]
    public void The_worst_the_steepest_and_the_dearest_are_three_figures()
    {
        var levers = Levers.Find(
            [
                Kpi("a", KpiUnit.Days, KpiDirection.Lower, 15, 14, 10),
                Kpi("b", KpiUnit.Money, KpiDirection.Lower, 31_400, 30_400, 20_000),
                Kpi("c", KpiUnit.Count, KpiDirection.Higher, 6, 12, 6),
                Kpi("d", KpiUnit.Money, KpiDirection.Higher, 8_000, 8_100, 9_000) with { Nature = KpiNature.Flow },
            ],
            "EUR");

        levers.Select(lever => (lever.Kind, lever.Kpi.Id)).ShouldBe([(LeverKind.Worst, "b"), (LeverKind.Decline, "c"), (LeverKind.Money, "d")]);
        levers[0].Weight.ShouldBe(0.57m);
        levers[1].Weight.ShouldBe(0.5m);
        levers[2].Weight.ShouldBe(1_000m * 13);
    }

    [Fact]
    public void Where_a_greater_figure_is_a_lever_already_the_next_is_the_greatest_of_the_others()
    {
        var levers = Levers.Find(
            [
                Kpi("overdue", KpiUnit.Money, KpiDirection.Lower, 40_000, 20_000, 20_000),
                Kpi("lead", KpiUnit.Days, KpiDirection.Lower, 12, 10, null),
                Kpi("cash", KpiUnit.Money, KpiDirection.Higher, 52_300, 55_800, 55_000),
            ],
            "EUR");

        levers.Select(lever => (lever.Kind, lever.Kpi.Id, lever.AmongOthers)).ShouldBe(
            [(LeverKind.Worst, "overdue", false), (LeverKind.Decline, "lead", true), (LeverKind.Money, "cash", true)]);
    }

    [Fact]
    public void A_decline_compares_two_means_of_three_where_six_figures_are_there()
    {
        var lever = Levers.Find([Kpi("a", KpiUnit.Percent, KpiDirection.Higher, 60, 90, null) with { Series = Series(80, 81, 82, 70, 68, 60) }], "EUR").ShouldHaveSingleItem();

        (lever.Against, lever.Now, lever.Periods).ShouldBe((81m, 66m, 3));
        lever.Weight.ShouldBe(15m / 81m);
    }

    [Fact]
    public void A_small_movement_is_no_decline_and_a_better_figure_is_none_either()
    {
        Levers.Find([Kpi("a", KpiUnit.Count, KpiDirection.Higher, 95.1m, 100, null)], "EUR").ShouldBeEmpty();
        Levers.Find([Kpi("a", KpiUnit.Count, KpiDirection.Higher, 95, 100, null)], "EUR").ShouldHaveSingleItem();
        Levers.Find([Kpi("a", KpiUnit.Count, KpiDirection.Lower, 50, 100, null)], "EUR").ShouldBeEmpty();
    }

    [Fact]
    public void Points_count_by_the_hundred_and_a_target_of_zero_is_missed_wholly()
    {
        Levers.Find([Kpi("nps", KpiUnit.Points, KpiDirection.Higher, -2, 8, null)], "EUR").ShouldHaveSingleItem().Weight.ShouldBe(0.1m);
        Levers.Find([Kpi("stale", KpiUnit.Count, KpiDirection.Lower, 7, null, 0)], "EUR").ShouldHaveSingleItem().Weight.ShouldBe(1m);
    }

    [Fact]
    public void Of_a_range_the_bound_that_is_missed_counts()
    {
        var lever = Levers.Find([Kpi("load", KpiUnit.Percent, KpiDirection.Within, 99, 80, 70) with { TargetUpTo = 90, Status = KpiStatus.OffTarget }], "EUR").ShouldHaveSingleItem();

        (lever.Against, lever.Weight).ShouldBe((90m, 0.1m));
    }

    [Fact]
    public void An_unfinished_week_and_another_currency_are_not_compared_as_money()
    {
        var flow = Kpi("won", KpiUnit.Money, KpiDirection.Higher, 500, 9_000, null) with { Nature = KpiNature.Flow };

        Levers.Find([flow with { Period = flow.Period with { Partial = true } }], "EUR").ShouldBeEmpty();
        Levers.Find([flow with { Currency = "USD" }], "EUR").ShouldHaveSingleItem().Kind.ShouldBe(LeverKind.Decline);
    }

    [Fact]
    public void Without_a_missed_amount_the_one_that_lost_most_is_the_money_lever()
    {
        var levers = Levers.Find(
            [Kpi("a", KpiUnit.Count, KpiDirection.Higher, 1, 9, null), Kpi("cash", KpiUnit.Money, KpiDirection.Higher, 97_000, 100_000, null)], "EUR");

        levers.Select(lever => (lever.Kind, lever.Kpi.Id, lever.AgainstTarget)).ShouldBe([(LeverKind.Decline, "a", false), (LeverKind.Money, "cash", false)]);
        levers[1].Weight.ShouldBe(3_000m);
    }

    [Fact]
    public void No_figure_makes_no_lever() => Levers.Find([Kpi("a", KpiUnit.Count, KpiDirection.Higher, null, 4, 9)], "EUR").ShouldBeEmpty();

    /// <summary>Against a reading of the rules by plain loops, over figures of all kinds.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void They_are_what_plain_loops_find(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var kpis = Enumerable.Range(0, random.Next(0, 9)).Select(n => Any(random, $"k{n}")).ToList();

            Levers.Find(kpis, "EUR").Select(lever => (lever.Kind, lever.Kpi.Id, lever.Weight)).ShouldBe(LeverOracle.Find(kpis), $"seed {seed}, round {round}");
        }
    }

    private static KpiResult Any(Random random, string id)
    {
        var unit = (KpiUnit[])[KpiUnit.Money, KpiUnit.Money, KpiUnit.Count, KpiUnit.Percent, KpiUnit.Points];
        var direction = (KpiDirection)random.Next(0, 3);
        decimal? Figure(int most) => random.Next(0, 4) == 0 ? null : random.Next(0, most);
        return Kpi(id, unit[random.Next(unit.Length)], direction, Figure(40), Figure(40), Figure(30)) with
        {
            Nature = random.Next(0, 2) == 0 ? KpiNature.Flow : KpiNature.Stock,
            Grain = random.Next(0, 2) == 0 ? Grain.Week : Grain.Month,
            Series = random.Next(0, 2) == 0 ? [] : Series([.. Enumerable.Range(0, 6).Select(_ => (decimal)random.Next(0, 40))]),
            Status = (KpiStatus)random.Next(0, 5),
        };
    }

    private static KpiPoint[] Series(params decimal[] values) => [.. values.Select((value, n) => new KpiPoint($"2026-W{40 + n}", value))];

    private static KpiResult Kpi(string id, KpiUnit unit, KpiDirection direction, decimal? value, decimal? previous, decimal? target) => new()
    {
        Id = id, Label = new(id, id), Unit = unit, Currency = unit == KpiUnit.Money ? "EUR" : null, Grain = Grain.Week, Nature = KpiNature.Stock, Direction = direction, Value = value,
        Previous = previous, Target = target, Status = Judge(direction, value, target), Period = new(new LocalDate(2026, 11, 16), new LocalDate(2026, 11, 22), false),
    };

    private static KpiStatus Judge(KpiDirection direction, decimal? value, decimal? target) => (value, target) switch
    {
        (null, _) => KpiStatus.NoData,
        (_, null) => KpiStatus.NoTarget,
        _ => (direction == KpiDirection.Higher ? value >= target : value <= target) ? KpiStatus.OnTarget : KpiStatus.OffTarget,
    };
}
