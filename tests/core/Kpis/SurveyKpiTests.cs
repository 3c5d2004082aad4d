using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class SurveyKpiTests
{
    private static FactRecord Answer(decimal score, string? person = null, string date = "2026-03-05") => FactBuilder.Of(FactType.SurveyResponse)
        .With(SurveyResponseFields.Score, score).With(SurveyResponseFields.Date, date).With(SurveyResponseFields.Person, person).Build();

    private static KpiScenario With(params IEnumerable<FactRecord> facts) => new KpiScenario()
        .Add(facts).Covering(FactType.SurveyResponse, "2026-01-01", "2026-06-30").Target(KpiIds.Nps, Grain.Month, 40m);

    [Fact]
    public void Score_is_promoters_minus_detractors_in_points()
    {
        var nps = With(Answer(10m), Answer(9m), Answer(8m), Answer(7m), Answer(6m)).Over(KpiIds.Nps, "2026-03-01", "2026-03-31");

        (nps.Value, nps.SampleSize, nps.Status, nps.Unit).ShouldBe((20m, 5, KpiStatus.NoTarget, KpiUnit.Points));
    }

    [Fact]
    public void Thirty_answers_are_enough_for_a_status() =>
        With(Enumerable.Range(0, 30).Select(_ => Answer(10m))).Over(KpiIds.Nps, "2026-03-01", "2026-03-31").Status.ShouldBe(KpiStatus.OnTarget);

    [Fact]
    public void The_latest_answer_of_a_person_in_the_period_counts()
    {
        var scenario = With(Answer(10m, "x", "2026-03-20"), Answer(0m, "x", "2026-03-05"), Answer(0m, "x", "2026-04-05"), Answer(8m, "y"));

        scenario.Over(KpiIds.Nps, "2026-03-01", "2026-03-31").Value.ShouldBe(50m);
    }

    [Fact]
    public void Rolling_days_may_end_before_the_day_that_weeks_and_months_are_looked_at_from()
    {
        var request = new KpiRequest { At = new(2026, 3, 30), RollingTo = new(2026, 3, 29) };
        var results = With(Answer(10m, date: "2026-03-29"), Answer(0m, date: "2026-03-30")).Compute(request);

        var nps = results.Single(kpi => kpi.Id == KpiIds.Nps);
        (nps.Value, nps.Period.To, nps.Period.Partial).ShouldBe((100m, new(2026, 3, 29), false));
        results.Single(kpi => kpi.Id == KpiIds.WonAmount).Period.To.ShouldBe(new(2026, 3, 29));
    }

    [Fact]
    public void Without_dates_ninety_days_that_end_on_the_day_are_asked_for()
    {
        var nps = With(Answer(10m, date: "2026-01-01"), Answer(0m, date: "2026-03-31"), Answer(0m, date: "2025-12-31")).At(KpiIds.Nps, "2026-03-31");

        nps.Period.ShouldBe(new(new(2026, 1, 1), new(2026, 3, 31), Partial: false));
        nps.Value.ShouldBe(0m);
        nps.Grain.ShouldBe(Grain.Rolling);
    }

    [Fact]
    public void Real_answers_give_the_score_computed_independently()
    {
        var nps = With(Enumerable.Repeat(10m, 8).Concat(Enumerable.Repeat(3m, 22)).Concat(Enumerable.Repeat(7m, 9)).Select(score => Answer(score)))
            .Over(KpiIds.Nps, "2026-03-01", "2026-03-31");

        decimal.Round(nps.Value!.Value, 3).ShouldBe(-35.897m);
    }
}
