using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class TargetTests
{
    private static KpiScenario Won(decimal amount, string closed = "2026-03-04") => new KpiScenario()
        .Add(new DealBuilder().Won().Created("2026-03-01").Closed(closed).Amount(amount).Build())
        .Covering(FactType.Deal, "2026-01-01", "2026-06-30");

    [Theory]
    [InlineData(100, KpiStatus.OnTarget)]
    [InlineData(99, KpiStatus.AtRisk)]
    [InlineData(90, KpiStatus.AtRisk)]
    [InlineData(89, KpiStatus.OffTarget)]
    public void Higher_is_better(int amount, KpiStatus status) =>
        Won(amount).Target(KpiIds.WonAmount, Grain.Month, 100m).Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31").Status.ShouldBe(status);

    [Theory]
    [InlineData("2026-03-11", KpiStatus.OnTarget)]
    [InlineData("2026-03-12", KpiStatus.AtRisk)]
    [InlineData("2026-03-13", KpiStatus.OffTarget)]
    public void Lower_is_better(string closed, KpiStatus status) =>
        Won(1m, closed).Target(KpiIds.CycleDays, Grain.Month, 10m).Over(KpiIds.CycleDays, "2026-03-01", "2026-03-31").Status.ShouldBe(status);

    [Theory]
    [InlineData(62, KpiStatus.OffTarget)]
    [InlineData(63, KpiStatus.AtRisk)]
    [InlineData(70, KpiStatus.OnTarget)]
    [InlineData(90, KpiStatus.OnTarget)]
    [InlineData(99, KpiStatus.AtRisk)]
    [InlineData(100, KpiStatus.OffTarget)]
    public void Within_a_range_is_best(int amount, KpiStatus status) =>
        Won(amount).Target(KpiIds.WonAmount, Grain.Month, 70m, upTo: 90m).Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31").Status.ShouldBe(status);

    [Fact]
    public void The_threshold_can_be_set() =>
        Won(60m).Target(KpiIds.WonAmount, Grain.Month, 100m, threshold: 50m).Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31").Status.ShouldBe(KpiStatus.AtRisk);

    [Fact]
    public void A_target_belongs_to_its_grain()
    {
        var scenario = Won(60m).Target(KpiIds.WonAmount, Grain.Week, 50m);

        scenario.Over(KpiIds.WonAmount, "2026-03-02", "2026-03-08").Target.ShouldBe(50m);
        scenario.Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31").Status.ShouldBe(KpiStatus.NoTarget);
        scenario.Over(KpiIds.WonAmount, "2026-03-02", "2026-03-09").Target.ShouldBeNull();
    }

    [Fact]
    public void Past_periods_keep_the_target_then_valid()
    {
        var scenario = Won(60m)
            .Target(KpiIds.WonAmount, Grain.Month, 50m)
            .Target(KpiIds.WonAmount, Grain.Month, 70m, validFrom: "2026-03-31")
            .Target(KpiIds.WonAmount, Grain.Month, 90m, validFrom: "2026-04-01");

        scenario.Over(KpiIds.WonAmount, "2026-02-01", "2026-02-28").Target.ShouldBe(50m);
        scenario.Over(KpiIds.WonAmount, "2026-03-01", "2026-03-31").Target.ShouldBe(70m);
        scenario.Over(KpiIds.WonAmount, "2026-05-01", "2026-05-31").Target.ShouldBe(90m);
    }

    [Fact]
    public void A_flow_under_way_has_its_target_prorated_by_working_days()
    {
        // Easter Monday leaves four working days, of which Tuesday and Wednesday are there.
        var scenario = Won(60m).Target(KpiIds.WonAmount, Grain.Week, 100m).Target(KpiIds.WinRate, Grain.Week, 100m);
        var week = scenario.Over(KpiIds.WonAmount, "2026-04-06", "2026-04-12", at: "2026-04-08");

        (week.Target, week.Period.Partial).ShouldBe((50m, true));
        scenario.Over(KpiIds.WinRate, "2026-04-06", "2026-04-12", at: "2026-04-08").Target.ShouldBe(100m);
        scenario.Over(KpiIds.WonAmount, "2026-04-06", "2026-04-12", at: "2026-04-13").Period.Partial.ShouldBeFalse();
    }
}
