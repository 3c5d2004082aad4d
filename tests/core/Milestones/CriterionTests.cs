using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Testing;
using static OpsAutomation.Core.Tests.Milestones.Plans;

namespace OpsAutomation.Core.Tests.Milestones;

public class CriterionTests
{
    private static readonly string[] Days = ["2026-10-06", "2026-10-08", "2026-10-12"];

    [Theory]
    [InlineData("sop", 2, "2026-10-07", false, "1 of 2 live: SOP sop-a")]
    [InlineData("sop", 2, "2026-10-08", true, "2 of 2 live: SOP sop-a, SOP sop-b")]
    [InlineData("sop-c", 1, "2026-10-11", false, "0 of 1 live")]
    [InlineData("sop-c", 1, "2026-10-12", true, "1 of 1 live: SOP sop-c")]
    [InlineData("so", 1, "2026-10-12", false, "0 of 1 live")]
    public void A_document_criterion_counts_live_documents_of_a_kind(string kind, int wanted, string day, bool met, string evidence)
    {
        var documents = Days.Select((since, i) => new MilestoneDocument("sop-" + (char)('a' + i), new("SOP sop-" + (char)('a' + i), "Procédure"), Day(since))).ToList();
        var criterion = Look(Criterion("document", kind, atLeast: wanted), day, new() { Engagement = Engagement(), At = Day(day), Documents = documents });
        (criterion.Met, criterion.Evidence!.En).ShouldBe((met, evidence));
    }

    [Fact]
    public void A_decision_criterion_wants_a_decision_of_its_kind_that_was_taken()
    {
        var log = new[]
        {
            Decision("D-1", "capacity", null),
            Decision("D-2", "tools", "2026-10-06"),
            Decision("D-3", "Capacity", "2026-10-09"),
        };
        MilestoneInputs On(string day) => new() { Engagement = Engagement(), At = Day(day), Log = log };
        Look(Criterion("decision", "capacity"), "2026-10-08", On("2026-10-08")).Met.ShouldBeFalse();
        var criterion = Look(Criterion("decision", "capacity"), "2026-10-09", On("2026-10-09"));
        (criterion.Met, criterion.Evidence!.En, criterion.Evidence.Fr).ShouldBe(
            (true, "D-3 decided on 9 October 2026: Yes", "D-3 décidée le 9 octobre 2026\u00a0: Yes"));
        Look(Criterion("decision"), "2026-10-06", On("2026-10-06")).Met.ShouldBeTrue();
    }

    [Fact]
    public void An_event_criterion_wants_an_event_or_a_comment_of_its_kind()
    {
        var inputs = new MilestoneInputs { Engagement = Engagement(), At = Day("2026-10-10"), Events = [new("training", Day("2026-10-09"), "12 persons")] };
        Look(Criterion("event", "training"), "2026-10-10", inputs).Evidence!.En.ShouldBe("9 October 2026: 12 persons");
        Look(Criterion("event", "audit"), "2026-10-10", inputs).Met.ShouldBeFalse();
        var comment = new LogItem { Id = "C-1", Kind = LogKind.Comment, Text = "Audit held", Topic = "audit", Added = Day("2026-10-08") };
        Look(Criterion("event", "audit"), "2026-10-10", inputs with { Log = [comment] }).Met.ShouldBeTrue();
        Look(Criterion("event", "audit"), "2026-10-07", inputs with { At = Day("2026-10-07"), Log = [comment] }).Met.ShouldBeFalse();
    }

    [Theory]
    [InlineData("list", "Onboarding", 60, "2026-10-09", false, "1 of 3 tasks done (33%)")]
    [InlineData("list", "onboarding", 60, "2026-10-10", true, "2 of 3 tasks done (67%)")]
    [InlineData("tag", "Q4", 100, "2026-10-10", true, "1 of 1 tasks done (100%)")]
    [InlineData("list", "Nothing", 10, "2026-10-10", false, null)]
    public void A_task_criterion_looks_at_the_share_done(string test, string of, int share, string day, bool met, string? evidence)
    {
        var facts = new InMemoryFactSource(
            new TaskBuilder().Created("2026-10-01").List("Onboarding").Done("2026-10-07").Tags("Q4; urgent").Build(),
            new TaskBuilder().Created("2026-10-01").List("Onboarding").Done("2026-10-10").Build(),
            new TaskBuilder().Created("2026-10-01").List("Onboarding").Build(),
            new TaskBuilder().Created("2026-10-20").List("Onboarding").Build(),
            new TaskBuilder().Created("2026-10-01").List("Onboarding").State(RecordState.Deleted).Build());
        var criterion = Look(Criterion("task", of, test, share), day, new() { Engagement = Engagement(), At = Day(day), Facts = facts });
        (criterion.Met, criterion.Evidence?.En).ShouldBe((met, evidence));
    }

    [Fact]
    public void A_kpi_criterion_wants_kpis_defined_or_aimed_at()
    {
        var engagement = Engagement() with { Kpis = new() { Followed = ["sales.won-amount", "sales.win-rate"], Targets = [new("sales.win-rate", Grain.Month, 30m, null, null)] } };
        MilestoneInputs inputs = new() { Engagement = engagement, At = Day("2026-10-10") };
        Look(Criterion("kpi", "followed", "defined"), "2026-10-10", inputs).Evidence!.Fr.ShouldBe("2 sur 2 indicateurs définis");
        Look(Criterion("kpi", "followed", "has-target"), "2026-10-10", inputs).Evidence!.En.ShouldBe("1 of 2 KPIs have a target");
        Look(Criterion("kpi", "sales.win-rate", "has-target"), "2026-10-10", inputs).Met.ShouldBeTrue();
        Look(Criterion("kpi", "sales.nothing", "defined"), "2026-10-10", inputs).Met.ShouldBeFalse();
    }

    [Theory]
    [InlineData("sales.win-rate", 50, 300, 350, true)]
    [InlineData("sales.win-rate", 50, 300, 349, false)]
    [InlineData("sales.cycle-days", 10, 500, 450, true)]
    [InlineData("sales.cycle-days", 10, 500, 451, false)]
    [InlineData("sales.cycle-days", 10, 50, 60, false)]
    [InlineData("sales.won-amount", 10, 1000, 1100, true)]
    [InlineData("sales.won-amount", 10, 1000, 1099, false)]
    [InlineData("sales.won-amount", 0, 1000, 1000, false)]
    public void An_improvement_is_in_points_for_percentages_and_relative_for_the_rest(string kpi, int by, int before, int now, bool met)
    {
        var inputs = new MilestoneInputs { Engagement = Engagement(), At = Day("2026-12-10"), Kpis = (from, to) => [Result(kpi, from, to, now)] };
        Look(Criterion("kpi", kpi, "improved", by), "2026-12-10", inputs, BaselineOf(kpi, before)).Met.ShouldBe(met);
    }

    [Fact]
    public void An_improvement_by_the_due_date_counts_as_in_time_whenever_somebody_looks()
    {
        var inputs = new MilestoneInputs
        {
            Engagement = Engagement(),
            At = Day("2027-02-10"),
            Kpis = (from, to) => [Result("sales.won-amount", from, to, to == Day("2026-09-30") ? 2000m : 500m)],
        };
        var report = Evaluate(Criterion("kpi", "sales.won-amount", "improved", 10), inputs, BaselineOf("sales.won-amount", 1000m));
        report.Milestones[0].Status.ShouldBe(MilestoneState.Done);
        report.Milestones[0].Criteria[0].Evidence!.Fr.ShouldBe("Signé\u00a0: 1\u202f000\u00a0€ → 2\u202f000\u00a0€ (+1\u202f000\u00a0€)");
    }

    [Fact]
    public void Without_a_baseline_or_a_figure_there_is_no_improvement()
    {
        MilestoneInputs inputs = new() { Engagement = Engagement(), At = Day("2026-12-10") };
        Look(Criterion("kpi", "sales.won-amount", "improved"), "2026-12-10", inputs).Evidence!.En.ShouldEndWith(": no baseline");
        Look(Criterion("kpi", "sales.won-amount", "improved"), "2026-12-10", inputs, BaselineOf("sales.won-amount", 1m)).Evidence!.En.ShouldEndWith(": no data");
    }

    [Fact]
    public void The_impact_review_shows_the_figures_but_a_person_says_that_it_was_held()
    {
        var inputs = new MilestoneInputs
        {
            Engagement = Engagement(),
            At = Day("2027-01-03"),
            Kpis = (from, to) => [Result("delivery.lead-time-days", from, to, 9.5m, KpiUnit.Days, KpiNature.Ratio)],
        };
        var baseline = new Baseline([new("delivery.lead-time-days", new("Lead time", "Délai"), Day("2026-07-01"), Day("2026-09-30"), 11m, KpiUnit.Days, null)]);
        var review = MilestoneEvaluator.Evaluate(inputs, MilestoneHistory.Empty, baseline).Milestones[3].Criteria[0];
        review.Met.ShouldBeFalse();
        if (KpiCatalogue.Find("delivery.lead-time-days") is not null)
            review.Evidence!.Fr.ShouldBe("Délai\u00a0: 11,0\u00a0j → 9,5\u00a0j (\u22121,5\u00a0j)");
    }

    private static CriterionStatus Look(CriterionSetting criterion, string day, MilestoneInputs inputs, Baseline? baseline = null)
    {
        inputs.At.ShouldBe(Day(day));
        return Evaluate(criterion, inputs, baseline ?? Baseline.Empty).Milestones[0].Criteria[0];
    }

    private static MilestoneReport Evaluate(CriterionSetting criterion, MilestoneInputs inputs, Baseline baseline)
    {
        var engagement = inputs.Engagement with { Milestones = new() { Removed = ["J10", "J30", "J60", "J90"], Changes = [Of("M", 10, criterion)] } };
        return MilestoneEvaluator.Evaluate(inputs with { Engagement = engagement }, MilestoneHistory.Empty, baseline);
    }

    private static LogItem Decision(string id, string topic, string? closed) => new()
    {
        Id = id,
        Kind = LogKind.Decision,
        Text = "?",
        Topic = topic,
        Added = Day("2026-10-05"),
        Open = closed is null,
        ClosedOn = closed is null ? null : Day(closed),
        Outcome = closed is null ? null : "Yes",
    };

    private static Baseline BaselineOf(string kpi, decimal value) =>
        new([new(kpi, new("Signed", "Signé"), Day("2026-09-01"), Day("2026-09-30"), value, KpiUnit.Money, "EUR")]);

    internal static KpiResult Result(
        string kpi, LocalDate from, LocalDate to, decimal? value, KpiUnit unit = KpiUnit.Money, KpiNature nature = KpiNature.Flow) => new()
    {
        Id = kpi,
        Label = new(kpi, kpi),
        Unit = unit,
        Currency = "EUR",
        Grain = Grain.Month,
        Nature = nature,
        Direction = KpiDirection.Higher,
        Value = value,
        Period = new(from, to, false),
        Status = KpiStatus.NoTarget,
    };
}
