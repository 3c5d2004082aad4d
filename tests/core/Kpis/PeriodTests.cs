using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

/// <summary>One deal is won every day for an amount of its own, so that a sum tells which days it is over.</summary>
public sealed class PeriodTests
{
    private static readonly LocalDate First = new(2019, 1, 1);

    private static readonly KpiScenario Daily = new KpiScenario()
        .Add(Enumerable.Range(0, 3000).Select(day => new DealBuilder().Won().With(DealFields.Closed, First.PlusDays(day)).Amount(1m).Build()))
        .Covering(FactType.Deal, "2019-01-01", "2027-03-19");

    private static readonly KpiScenario Marked = new KpiScenario()
        .Add(new DealBuilder().Won().Closed("2019-01-01").Amount(0m).Build())
        .Add(new[] { "2020-02-28", "2020-02-29", "2020-03-01", "2023-02-28", "2023-03-01", "2024-02-28", "2024-02-29", "2025-02-28" }
            .Select((day, index) => new DealBuilder().Won().Closed(day).Amount(1 << index).Build()))
        .Covering(FactType.Deal, "2019-01-01", "2027-12-31");

    [Theory]
    [InlineData("2026-03-09", "2026-03-02", "2026-03-08")]
    [InlineData("2026-03-15", "2026-03-02", "2026-03-08")]
    [InlineData("2026-03-16", "2026-03-09", "2026-03-15")]
    [InlineData("2027-01-04", "2026-12-28", "2027-01-03")]
    public void A_weekly_KPI_shows_the_last_complete_week_before_the_day(string at, string from, string to) =>
        Daily.At(KpiIds.WonAmount, at).Period.ShouldBe(new(KpiScenario.Day(from), KpiScenario.Day(to), Partial: false));

    [Theory]
    [InlineData("2026-03-01", "2026-02-01", "2026-02-28")]
    [InlineData("2024-03-31", "2024-02-01", "2024-02-29")]
    [InlineData("2026-01-01", "2025-12-01", "2025-12-31")]
    public void A_monthly_KPI_shows_the_last_complete_month_before_the_day(string at, string from, string to) =>
        Daily.At(KpiIds.WinRate, at).Period.ShouldBe(new(KpiScenario.Day(from), KpiScenario.Day(to), Partial: false));

    [Fact]
    public void An_engagement_may_set_another_grain() =>
        new KpiScenario().Set(kpis => kpis with { Grains = new Dictionary<string, Grain>(StringComparer.Ordinal) { [KpiIds.WonAmount] = Grain.Month } })
            .At(KpiIds.WonAmount, "2026-03-09").Period.From.ShouldBe(new LocalDate(2026, 2, 1));

    [Fact]
    public void The_month_before_a_month_has_its_own_length()
    {
        var march = Daily.Over(KpiIds.WonAmount, "2024-03-01", "2024-03-31");

        (march.Value, march.Previous, march.YearAgo).ShouldBe((31m, 29m, 31m));
    }

    [Fact]
    public void Other_periods_have_as_many_days_before_them()
    {
        var days = Daily.Over(KpiIds.WonAmount, "2024-03-05", "2024-03-14");

        (days.Value, days.Previous, days.YearAgo).ShouldBe((10m, 10m, 10m));
    }

    [Fact]
    public void A_week_is_compared_with_the_same_ISO_week_a_year_earlier()
    {
        // 2026-W10 begins on March 2; 2025-W10 on March 3.
        var scenario = new KpiScenario()
            .Add(new DealBuilder().Won().Closed("2025-03-02").Amount(1m).Build(), new DealBuilder().Won().Closed("2025-03-09").Amount(2m).Build())
            .Covering(FactType.Deal, "2025-01-01", "2026-12-31");

        scenario.Over(KpiIds.WonAmount, "2026-03-02", "2026-03-08").YearAgo.ShouldBe(2m);
    }

    [Fact]
    public void A_week_53_without_counterpart_has_no_year_ago()
    {
        Daily.Over(KpiIds.WonAmount, "2020-12-28", "2021-01-03").ShouldSatisfyAllConditions(
            week => week.Series[^1].Period.ShouldBe("2020-W53"),
            week => week.YearAgo.ShouldBeNull());
        Daily.Over(KpiIds.WonAmount, "2026-12-28", "2027-01-03").YearAgo.ShouldBeNull();
    }

    [Fact]
    public void February_a_year_earlier_ends_on_its_last_day()
    {
        Marked.Over(KpiIds.WonAmount, "2024-02-01", "2024-02-29").YearAgo.ShouldBe(8m);
        Marked.Over(KpiIds.WonAmount, "2025-02-01", "2025-02-28").YearAgo.ShouldBe(32m + 64m);
        Marked.Over(KpiIds.WonAmount, "2024-02-29", "2024-03-01").YearAgo.ShouldBe(8m + 16m);
    }

    [Fact]
    public void Series_are_six_weeks_or_twelve_months_that_end_with_the_period()
    {
        Daily.At(KpiIds.WonAmount, "2021-01-11").Series.Select(point => point.Period)
            .ShouldBe(["2020-W49", "2020-W50", "2020-W51", "2020-W52", "2020-W53", "2021-W01"]);
        var months = Daily.Over(KpiIds.WonAmount, "2024-01-01", "2024-03-31").Series;
        months.Count.ShouldBe(12);
        (months[0].Period, months[^1].Period, months[^2].Value).ShouldBe(("2023-04", "2024-03", 29m));
    }

    [Fact]
    public void A_month_of_four_whole_weeks_is_a_month() =>
        Daily.Over(KpiIds.WonAmount, "2027-02-01", "2027-02-28").Series[^1].ShouldBe(new("2027-02", 28m));

    [Theory]
    [InlineData("2026-03-09", null)]
    [InlineData(null, "2026-03-09")]
    [InlineData("2026-03-09", "2026-03-08")]
    [InlineData("1826-03-09", "2026-03-08")]
    public void Days_that_make_no_period_are_wrong_usage(string? from, string? to) =>
        Should.Throw<OpsException>(() => Daily.Compute(new()
        {
            At = new(2026, 3, 9),
            From = from is null ? null : KpiScenario.Day(from),
            To = to is null ? null : KpiScenario.Day(to),
        })).Kind.ShouldBe(FailureKind.WrongUsage);
}
