using NodaTime;
using OpsAutomation.Exports;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class SubscriptionKpiTests
{
    private static FactBuilder Of(string customer, decimal amount, string? started = "2026-01-01", string? ended = null, decimal months = 1m) =>
        FactBuilder.Of(FactType.Subscription)
            .With(SubscriptionFields.Customer, customer).With(SubscriptionFields.Amount, amount).With(SubscriptionFields.IntervalMonths, months)
            .With(SubscriptionFields.Started, started).With(SubscriptionFields.Ended, ended).With(SubscriptionFields.Status, "active");

    private static KpiScenario With(params FactBuilder[] facts) => new KpiScenario()
        .Add(facts.Select(fact => fact.Build()))
        .Covering(FactType.Subscription, "2026-01-01", "2026-06-30");

    private static KpiScenario Snapshot(string taken, params FactBuilder[] facts) => new KpiScenario()
        .Add(facts.Select(fact => fact.Build()))
        .Import(new ImportSource
        {
            Number = 1,
            File = "clients.csv",
            ContentHash = "h",
            Profile = "test",
            ImportedAt = Instant.FromUtc(2026, 4, 2, 8, 0),
            Taken = KpiScenario.Day(taken),
            TakenIsStated = false,
            Facts = [new FactCount(FactType.Subscription, facts.Length, facts.Length, 0, 0, null, null)],
        });

    [Fact]
    public void Recurring_revenue_is_monthly_without_trials_and_flags_past_due()
    {
        var mrr = With(
                Of("A", 1200m, months: 12m),
                Of("B", 50m).With(SubscriptionFields.Status, "past-due"),
                Of("C", 70m).With(SubscriptionFields.Status, "trial"),
                Of("D", 80m).With(SubscriptionFields.TrialEnd, "2026-04-10"),
                Of("E", 90m, ended: "2026-04-01"),
                Of("F", 95m, ended: "2026-03-31"),
                Of("G", 99m, started: "2026-04-01"))
            .Over(KpiIds.Mrr, "2026-03-01", "2026-03-31");

        mrr.Value.ShouldBe(240m);
        mrr.Warnings.ShouldHaveSingleItem().Fr.ShouldContain("impayé");
    }

    [Fact]
    public void Recurring_revenue_of_a_day_before_a_price_was_overwritten_comes_from_a_snapshot_or_not_at_all()
    {
        var scenario = With(Of("A", 10m), Of("B", 40m).ValuesSince("2026-04-10"));

        scenario.Over(KpiIds.Mrr, "2026-04-01", "2026-04-30").Value.ShouldBe(50m);
        scenario.Over(KpiIds.Mrr, "2026-03-01", "2026-03-31").Value.ShouldBeNull();
        scenario.Over(KpiIds.RevenueChurn, "2026-04-01", "2026-04-30").Value.ShouldBeNull();
        scenario.Over(KpiIds.RevenueChurn, "2026-05-01", "2026-05-31").Value.ShouldBe(0m);
        scenario.Over(KpiIds.ChurnRate, "2026-03-01", "2026-03-31").Value.ShouldBe(0m);
        scenario.Kept(KpiIds.Mrr, "2026-03-31", 35m, "EUR").Over(KpiIds.Mrr, "2026-03-01", "2026-03-31").Value.ShouldBe(35m);
    }

    [Fact]
    public void Churn_is_of_customers_not_of_subscriptions()
    {
        var scenario = With(
            Of("A", 10m, ended: "2026-03-10"),
            Of("A", 4m, started: "2026-03-05"),
            Of("B", 20m, ended: "2026-03-31"),
            Of("C", 30m),
            Of("D", 40m, started: "2026-03-01", ended: "2026-03-20"));

        decimal.Round(scenario.Over(KpiIds.ChurnRate, "2026-03-01", "2026-03-31").Value!.Value, 4).ShouldBe(33.3333m);
        scenario.Over(KpiIds.RevenueChurn, "2026-03-01", "2026-03-31").Value.ShouldBe((6m + 20m) * 100m / 60m);
    }

    [Fact]
    public void A_snapshot_without_dates_tells_churned_over_all_without_a_status()
    {
        var scenario = Snapshot(
                "2026-04-02",
                Of("A", 10m, null).With(SubscriptionFields.Churned, value: true),
                Of("B", 30m, null).With(SubscriptionFields.Churned, value: false),
                Of("C", 10m, null),
                Of("D", 30m, null))
            .Target(KpiIds.ChurnRate, Grain.Month, 5m);

        var churn = scenario.At(KpiIds.ChurnRate, "2026-04-02");
        (churn.Value, churn.Status, churn.Previous).ShouldBe((25m, KpiStatus.NoTarget, null));
        churn.Label.En.ShouldContain("snapshot");
        scenario.At(KpiIds.RevenueChurn, "2026-04-02").Value.ShouldBe(12.5m);
        scenario.At(KpiIds.Mrr, "2026-04-02").Value.ShouldBe(70m);
        scenario.At(KpiIds.ChurnRate, "2026-07-02").Value.ShouldBeNull();
    }
}
