using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Impact;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;

namespace OpsAutomation.Core.Tests.Documents.Impact;

public sealed class ImpactEstimateTests
{
    private static readonly LocalDate AtNinety = new(2027, 1, 10);

    [Fact]
    public void Effects_are_computed_as_the_review_says()
    {
        var impact = ImpactEstimate.Of(Context(before: 6));

        impact.Until.ShouldBe(AtNinety);
        impact.CashChange.ShouldBe(28_300m);
        // 3.5 points of 210 000 / 3 a month.
        impact.Revenue.ShouldBe(70_000m);
        impact.MarginEffect.ShouldBe(2_450m);
        // 2 points of 12 000 kept, of which 41.5 % is margin.
        impact.RevenueKept.ShouldBe(240m);
        impact.ChurnEffect.ShouldBe(99.6m);
        impact.MonthlyEffect.ShouldBe(2_549.6m);
        impact.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void The_cost_is_days_times_rate_over_working_days()
    {
        var impact = ImpactEstimate.Of(Context(before: 6));

        // 12 October to 10 January: 13 weeks of 5, less 11 November, 25 December and 1 January.
        impact.WorkingDays.ShouldBe(62);
        impact.Days.ShouldBe(24.8m);
        impact.Cost.ShouldBe(16_120m);
        impact.YearBalance.ShouldBe((12 * 2_549.6m) - 16_120m);
        decimal.Round(impact.PaybackMonths!.Value, 4).ShouldBe(6.3226m);
    }

    [Fact]
    public void What_is_missing_stays_missing_and_nothing_is_made_of_it()
    {
        var impact = ImpactEstimate.Of(Context(before: null));

        impact.Missing.ShouldBe([("customers.churn-rate", true)]);
        impact.RevenueKept.ShouldBeNull();
        impact.ChurnEffect.ShouldBeNull();
        impact.MonthlyEffect.ShouldBe(2_450m);

        var none = ImpactEstimate.Of(Context(before: 6) with { Figures = null });
        none.Lines.ShouldBeEmpty();
        none.Missing.Count.ShouldBe(4);
        (none.MonthlyEffect, none.PaybackMonths, none.YearBalance, none.CashChange).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void A_worse_margin_earns_nothing_back()
    {
        var context = Context(before: 6);
        var impact = ImpactEstimate.Of(context with { Baseline = Baseline.Merge(new([context.Baseline.Find("finance.gross-margin")! with { Value = 60 }]), context.Baseline) });

        impact.MarginEffect.ShouldBe(-12_950m);
        impact.PaybackMonths.ShouldBeNull();
        impact.YearBalance!.Value.ShouldBeLessThan(0);
    }

    [Fact]
    public void Without_days_or_rate_there_is_no_cost()
    {
        var context = Context(before: 6);
        foreach (var engagement in new[] { context.Engagement with { DayRate = null }, context.Engagement with { DaysPerWeek = null } })
        {
            var impact = ImpactEstimate.Of(context with { Engagement = engagement });
            (impact.Cost, impact.PaybackMonths, impact.YearBalance).ShouldBe((null, null, null));
        }
    }

    private static DocumentContext Context(decimal? before)
    {
        var context = Company.Context(Language.French) with { Today = AtNinety.PlusDays(3) };
        var churn = context.Baseline.Find("customers.churn-rate")! with { Value = before };
        return context with { Baseline = Baseline.Merge(new([churn]), context.Baseline) };
    }
}
