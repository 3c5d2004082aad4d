using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;
using OpsAutomation.Testing;
using static OpsAutomation.Core.Tests.Milestones.Plans;

namespace OpsAutomation.Core.Tests.Milestones;

public class MilestoneReviewTests
{
    private readonly InMemoryStateStore state = new();
    private readonly ManualTime time = new(Instant.FromUtc(2026, 10, 5, 8, 0));
    private readonly MilestoneReview review;
    private readonly MilestoneStore store;
    private decimal september = 1000m;

    public MilestoneReviewTests() => (review, store) = (new(state, time), new(state, time));

    [Fact]
    public async Task Marks_are_kept_with_who_when_and_what()
    {
        var engagement = Engagement();
        await store.MarkDoneAsync(engagement, "j10-1", "claire", "atelier du 9", Day("2026-10-09"));
        await store.ReopenAsync(engagement, "J10-1", "paul", "à revoir", Day("2026-10-10"));
        var history = await store.LoadAsync(engagement.Id);
        history.Marks.Select(mark => (mark.Target, mark.What, mark.Day, mark.By, mark.Note)).ShouldBe(
        [
            ("J10-1", MarkKind.Done, Day("2026-10-09"), "claire", "atelier du 9"),
            ("J10-1", MarkKind.Reopened, Day("2026-10-10"), "paul", "à revoir"),
        ]);
    }

    [Fact]
    public async Task The_same_mark_twice_is_one()
    {
        var engagement = Engagement();
        for (var i = 0; i < 2; i++)
            await store.MarkDoneAsync(engagement, "J10", "claire", "ok", Day("2026-10-09"));
        (await store.LoadAsync(engagement.Id)).Marks.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Marks_made_at_the_same_time_are_both_kept()
    {
        var engagement = Engagement();
        state.BeforeNextCommit = () => store.MarkDoneAsync(engagement, "J10", "paul", null, Day("2026-10-09"));
        await store.MarkDoneAsync(engagement, "J10", "claire", null, Day("2026-10-09"));
        (await store.LoadAsync(engagement.Id)).Marks.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_id_that_the_plan_does_not_have_is_refused_with_those_it_has()
    {
        var engagement = With(Manual("M", 10, 2));
        var error = await Should.ThrowAsync<OpsException>(() => store.MarkDoneAsync(engagement, "J30", "claire", null, Day("2026-10-09")));
        error.Text.En.ShouldBe("The plan has no milestone or criterion of that id. It has: M, M-1, M-2.");
        error.Text.Fr.ShouldBe("Le plan n'a ni jalon ni critère de cet identifiant. Il contient\u00a0: M, M-1, M-2.");
    }

    [Fact]
    public async Task The_day_on_which_an_automatic_criterion_was_first_met_decides_for_good()
    {
        var aimed = With(Of("M", 10, Criterion("kpi", "sales.won-amount", "has-target")));
        aimed = aimed with { Kpis = aimed.Kpis with { Targets = [new("sales.won-amount", Grain.Month, 1m, null, null)] } };
        (await LookAsync(aimed, "2026-10-12")).Milestones[0].Status.ShouldBe(MilestoneState.Done);
        (await LookAsync(aimed, "2026-12-12")).Milestones[0].DoneOn.ShouldBe(Day("2026-10-12"));

        // The target taken away afterwards does not undo what was done.
        var aimless = aimed with { Kpis = new() { Followed = aimed.Kpis.Followed } };
        (await LookAsync(aimless, "2026-12-13")).Milestones[0].Status.ShouldBe(MilestoneState.Done);
        await store.ReopenAsync(aimless, "M", "claire", "cible retirée", Day("2026-12-14"));
        (await LookAsync(aimless, "2026-12-14")).Milestones[0].Status.ShouldBe(MilestoneState.Late);
        (await LookAsync(aimed, "2026-12-20")).Milestones[0].DoneOn.ShouldBe(Day("2026-12-20"));
        (await LookAsync(aimed, "2026-12-25")).Milestones[0].DoneOn.ShouldBe(Day("2026-12-20"));
    }

    [Fact]
    public async Task A_criterion_that_stops_holding_before_its_milestone_is_done_counts_from_when_it_holds_again()
    {
        var aimed = With(Of("M", 10, Criterion("kpi", "sales.won-amount", "has-target"), Criterion("manual")));
        var aimless = aimed;
        aimed = aimed with { Kpis = aimed.Kpis with { Targets = [new("sales.won-amount", Grain.Month, 1m, null, null)] } };
        await LookAsync(aimed, "2026-10-06");
        await LookAsync(aimless, "2026-10-07");
        await LookAsync(aimed, "2026-10-14");
        await store.MarkDoneAsync(aimed, "M-2", "claire", null, Day("2026-10-08"));
        (await LookAsync(aimed, "2026-10-20")).Milestones[0].DoneOn.ShouldBe(Day("2026-10-14"));
    }

    [Fact]
    public async Task A_look_from_another_day_records_nothing()
    {
        var engagement = With(Manual("M", 10, 1));
        await store.MarkDoneAsync(engagement, "M-1", "claire", null, Day("2026-10-09"));
        var before = (await store.LoadAsync(engagement.Id)).Marks;
        await review.RunAsync(Inputs(engagement, "2026-11-12"), Day("2026-11-20"));
        (await store.LoadAsync(engagement.Id)).Marks.ShouldBe(before);
        (await new BaselineStore(state).LoadAsync(engagement.Id)).Figures.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_baseline_is_frozen_at_day_10_and_a_later_import_is_reported_not_applied()
    {
        var engagement = Engagement(locale: OpsAutomation.Locales.Locale.EnGb);
        await LookAsync(engagement, "2026-10-14");
        (await new BaselineStore(state).LoadAsync(engagement.Id)).Figures.ShouldBeEmpty();

        september = 1200m;
        (await LookAsync(engagement, "2026-10-15")).Warnings.ShouldBeEmpty();
        var frozen = (await new BaselineStore(state).LoadAsync(engagement.Id)).Find("sales.won-amount")!;
        (frozen.From, frozen.To, frozen.Value, frozen.FrozenOn).ShouldBe((Day("2026-09-01"), Day("2026-09-30"), 1200m, Day("2026-10-15")));

        september = 1500m;
        var warning = (await LookAsync(engagement, "2026-10-20")).Warnings.ShouldHaveSingleItem();
        warning.En.ShouldBe("The baseline of Signed stays at €1,200, frozen on 15 October 2026: the data imported since would give €1,500.");
        warning.Fr.ShouldBe("La situation de départ de «\u00a0Signé\u00a0» reste à 1\u202f200\u00a0€, figée le 15 octobre 2026\u00a0: les données importées depuis donneraient 1\u202f500\u00a0€.");
        (await new BaselineStore(state).LoadAsync(engagement.Id)).Find("sales.won-amount")!.Value.ShouldBe(1200m);
    }

    [Fact]
    public async Task Ratios_have_three_months_of_baseline()
    {
        await LookAsync(Engagement(), "2026-10-15");
        var rate = (await new BaselineStore(state).LoadAsync(Engagement().Id)).Find("sales.win-rate")!;
        (rate.From, rate.To, rate.Value).ShouldBe((Day("2026-07-01"), Day("2026-09-30"), 33.25m));
    }

    [Theory]
    [InlineData("2026-10-01", "2026-09-01", "2026-09-30")]
    [InlineData("2026-10-31", "2026-09-01", "2026-09-30")]
    [InlineData("2026-01-15", "2025-12-01", "2025-12-31")]
    [InlineData("2024-03-29", "2024-02-01", "2024-02-29")]
    public void The_baselines_month_is_the_last_full_one_before_the_start(string start, string from, string to)
    {
        Baseline.PeriodBefore(Day(start), KpiNature.Flow).ShouldBe((Day(from), Day(to)));
        Baseline.PeriodBefore(Day(start), KpiNature.Stock).ShouldBe((Day(from), Day(to)));
        Baseline.PeriodBefore(Day(start), KpiNature.Ratio).ShouldBe((Day(from).PlusMonths(-2), Day(to)));
    }

    [Fact]
    public async Task The_baseline_comes_from_the_facts_of_the_month_before_the_start()
    {
        var engagement = Engagement();
        var facts = new InMemoryFactSource(
            new DealBuilder().With(DealFields.Status, "won").With(DealFields.Amount, 700m).With(DealFields.Closed, "2026-09-30").Build(),
            new DealBuilder().With(DealFields.Status, "won").With(DealFields.Amount, 900m).With(DealFields.Closed, "2026-10-01").Build());
        facts.Covering(FactType.Deal, "2026-06-01", "2026-10-14");
        var inputs = Inputs(engagement, "2026-10-15") with
        {
            Kpis = (from, to) => KpiEngine.Compute(engagement, facts, new() { At = Day("2026-10-15"), From = from, To = to }),
            Facts = facts,
        };
        await review.RunAsync(inputs, Day("2026-10-15"));
        (await new BaselineStore(state).LoadAsync(engagement.Id)).Find("sales.won-amount")!.Value.ShouldBe(700m);
        (await review.RunAsync(inputs, Day("2026-10-15"))).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Json_has_the_contracts_fields_and_words()
    {
        var engagement = Engagement(milestones: new()
        {
            Removed = ["J60", "J90", "J10"],
            Changes = [new() { Id = "J30", Due = Day("2026-11-10"), Reason = "Congés", Owner = "claire", Criteria = [Criterion("manual"), Criterion("manual"), Criterion("manual")] }],
        });
        await store.MarkDoneAsync(engagement, "J30-1", "claire", "vu", Day("2026-10-12"));
        MilestoneJson.Write(await LookAsync(engagement, "2026-11-04"), Language.French).ShouldBe(
            """
            {"engagement":"acme","asOf":"2026-11-04","start":"2026-10-05","milestones":[{"id":"J30","day":30,"due":"2026-11-10","firstDue":"2026-11-04","status":"at-risk","dueSoon":true,"progress":0.3333,"owner":"claire","criteria":[{"id":"J30-1","kind":"manual","met":true,"evidence":"Validé par claire le 12 octobre 2026~: vu"},{"id":"J30-2","kind":"manual","met":false,"evidence":null},{"id":"J30-3","kind":"manual","met":false,"evidence":null}]}]}
            """.Replace("~", @"\u00A0", StringComparison.Ordinal));
        Enum.GetValues<MilestoneState>().Select(MilestoneJson.WordOf).ShouldBe(["upcoming", "on-track", "at-risk", "late", "done", "done-late"]);
    }

    private Task<MilestoneReport> LookAsync(Engagement engagement, string day)
    {
        time.Now = Day(day).AtMidnight().InUtc().ToInstant() + Duration.FromHours(9);
        return review.RunAsync(Inputs(engagement, day), Day(day));
    }

    private MilestoneInputs Inputs(Engagement engagement, string day) => new()
    {
        Engagement = engagement,
        At = Day(day),
        Kpis = (from, to) =>
        [
            CriterionTests.Result("sales.won-amount", from, to, to == Day("2026-09-30") ? september : null) with { Label = new("Signed", "Signé") },
            CriterionTests.Result("sales.win-rate", from, to, 33.25m, KpiUnit.Percent, KpiNature.Ratio),
            CriterionTests.Result("finance.cash", from, to, null, nature: KpiNature.Stock),
        ],
    };
}
