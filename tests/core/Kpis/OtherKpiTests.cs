using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class OtherKpiTests
{
    private static FactRecord Contact(string created, bool? customer = null)
    {
        var contact = FactBuilder.Of(FactType.Contact).With(ContactFields.Created, created);
        return (customer is { } flag ? contact.With(ContactFields.IsCustomer, flag) : contact).Build();
    }

    [Fact]
    public void Leads_and_their_conversion_are_a_cohort_by_create_date()
    {
        var scenario = new KpiScenario()
            .Add(Contact("2026-03-01", customer: true), Contact("2026-03-31"), Contact("2026-03-31"), Contact("2026-03-15", customer: false), Contact("2026-04-01", customer: true))
            .Covering(FactType.Contact, "2026-01-01", "2026-06-30");

        scenario.Over(KpiIds.Leads, "2026-03-01", "2026-03-31").Value.ShouldBe(4m);
        scenario.Over(KpiIds.LeadToCustomerRate, "2026-03-01", "2026-03-31").Value.ShouldBe(25m);
    }

    [Fact]
    public void Operations_come_from_what_documents_milestones_and_raci_add_up_to()
    {
        var scenario = new KpiScenario()
            .Operations(new() { CriticalSops = 4, LiveCriticalSops = 3, OverdueReviews = 1, MilestonesDue = 2, MilestonesOnTime = 1 })
            .With(engagement => engagement with
            {
                People = [new("ceo", "Claire", PersonRole.Sponsor, Deputy: "bob"), new("bob", "Bob", PersonRole.Manager)],
                Raci =
                [
                    new() { Process = "Ventes", Accountable = ["ceo"], Responsible = ["bob"] },
                    new() { Process = "Support", Accountable = ["bob"] },
                ],
            });
        var all = scenario.All("2026-03-09").ToDictionary(kpi => kpi.Id, kpi => kpi.Value, StringComparer.Ordinal);

        all[KpiIds.SopCoverage].ShouldBe(75m);
        all[KpiIds.SopOverdueReviews].ShouldBe(1m);
        all[KpiIds.MilestonesOnTime].ShouldBe(50m);
        all[KpiIds.CeoDependency].ShouldBe(50m);
        all[KpiIds.WithoutDeputy].ShouldBe(1m);
    }

    [Fact]
    public void Everything_is_no_data_where_there_is_nothing() =>
        new KpiScenario().All("2026-03-09").ShouldAllBe(kpi => kpi.Value == null && kpi.Status == KpiStatus.NoData);

    [Fact]
    public void Custom_ratio_names_two_measures()
    {
        var scenario = new KpiScenario()
            .Add(
                new DealBuilder().Won().Closed("2026-03-02").Amount(100m).With(DealFields.Source, "Web").Build(),
                new DealBuilder().Won().Closed("2026-03-03").Amount(300m).Build(),
                new DealBuilder().Lost().Closed("2026-03-03").Amount(999m).With(DealFields.Source, "Web").Build())
            .Covering(FactType.Deal, "2026-01-01", "2026-06-30")
            .Set(kpis => kpis with
            {
                Custom =
                [
                    Custom("web.share", KpiUnit.Percent, Sum(Where("status", "won"), Where("source", "web")), Sum(Where("status", "won"))),
                    Custom("won.p90", KpiUnit.Money, Sum() with { Aggregate = Aggregate.P90 }),
                    Custom("deals.count", KpiUnit.Count, Sum() with { Aggregate = Aggregate.Count, Field = null }),
                    Custom("deals.max", KpiUnit.Money, Sum(new FieldCondition("amount", ConditionOperator.AtMost, ["500"])) with { Aggregate = Aggregate.Max }),
                ],
            });
        var all = scenario.All("2026-03-01", "2026-03-31").ToDictionary(kpi => kpi.Id, kpi => kpi.Value, StringComparer.Ordinal);

        all["web.share"].ShouldBe(25m);
        all["won.p90"].ShouldBe(859.2m);
        all["deals.count"].ShouldBe(3m);
        all["deals.max"].ShouldBe(300m);
    }

    [Fact]
    public void Readings_of_a_count_add_up_and_of_a_stock_the_latest_holds()
    {
        static FactRecord Reading(string kpi, string day, decimal value) => FactBuilder.Of(FactType.Reading)
            .With(ReadingFields.Kpi, kpi).With(ReadingFields.Date, day).With(ReadingFields.Value, value).Build();
        var scenario = new KpiScenario()
            .Add(Reading("x.defects", "2026-03-02", 2m), Reading("x.defects", "2026-03-04", 3m), Reading("x.share", "2026-03-04", 80m), Reading("x.share", "2026-03-02", 70m))
            .Set(kpis => kpis with { Custom = [Custom("x.defects", KpiUnit.Count), Custom("x.share", KpiUnit.Percent)] });

        scenario.Over("x.defects", "2026-03-02", "2026-03-08").ShouldSatisfyAllConditions(kpi => kpi.Value.ShouldBe(5m), kpi => kpi.Entered.ShouldBeTrue());
        scenario.Over("x.share", "2026-03-02", "2026-03-08").Value.ShouldBe(80m);
        scenario.Over("x.share", "2026-03-09", "2026-03-15").ShouldSatisfyAllConditions(kpi => kpi.Value.ShouldBeNull(), kpi => kpi.Previous.ShouldBe(80m));
    }

    private static FieldCondition Where(string field, string value) => new(field, ConditionOperator.Equals, [value]);

    private static CustomMeasure Sum(params FieldCondition[] where) => new(FactType.Deal, Aggregate.Sum, DealFields.Amount, DealFields.Closed, where);

    private static CustomKpi Custom(string id, KpiUnit unit, CustomMeasure? measure = null, CustomMeasure? over = null) => new()
    {
        Id = id,
        Label = new(id, id),
        Unit = unit,
        Grain = Grain.Month,
        Direction = KpiDirection.Higher,
        Measure = measure,
        Over = over,
    };
}
