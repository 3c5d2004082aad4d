using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class SaleAndPaymentKpiTests
{
    private static FactBuilder Line(string document, string date, decimal amount) => FactBuilder.Of(FactType.Sale)
        .With(SaleFields.Document, document).With(SaleFields.Date, date).With(SaleFields.Amount, amount);

    private static FactBuilder Payment(decimal amount, string? kind = null) => FactBuilder.Of(FactType.Payment)
        .With(PaymentFields.Date, "2026-03-05").With(PaymentFields.Amount, amount).With(PaymentFields.Kind, kind);

    private static KpiScenario With(params FactBuilder[] facts) => new KpiScenario()
        .Add(facts.Select(fact => fact.Build()))
        .Covering(FactType.Sale, "2026-01-01", "2026-06-30")
        .Covering(FactType.Payment, "2026-01-01", "2026-06-30");

    [Fact]
    public void Orders_are_distinct_documents()
    {
        var scenario = With(
            Line("F-1", "2026-03-01", 10m), Line("F-1", "2026-03-01", 20m), Line("F-2", "2026-03-15", 6m),
            Line("F-3", "2026-03-15", 99m).With(SaleFields.Status, "void"));

        scenario.Over(KpiIds.Sales, "2026-03-01", "2026-03-31").Value.ShouldBe(36m);
        scenario.Over(KpiIds.Orders, "2026-03-01", "2026-03-31").Value.ShouldBe(2m);
        scenario.Over(KpiIds.AverageOrder, "2026-03-01", "2026-03-31").Value.ShouldBe(18m);
        scenario.Over(KpiIds.Orders, "2026-04-01", "2026-04-30").Value.ShouldBe(0m);
        scenario.Over(KpiIds.AverageOrder, "2026-04-01", "2026-04-30").Value.ShouldBeNull();
    }

    [Fact]
    public void The_invoices_that_weigh_most_are_whole_whatever_the_order_of_their_lines()
    {
        var sales = With(Line("F-1", "2026-03-01", 10m), Line("F-2", "2026-03-02", 25m), Line("F-1", "2026-03-01", 20m), Line("F-0", "2026-02-02", 5m))
            .Over(KpiIds.Sales, "2026-03-01", "2026-03-31");

        sales.Contributions.ShouldBe([new("F-1", 30m), new("F-2", 25m)]);
        sales.PreviousContributions.ShouldBe([new("F-0", 5m)]);
    }

    [Fact]
    public void Average_order_is_split_by_currency()
    {
        var average = With(Line("F-1", "2026-03-01", 10m), Line("F-2", "2026-03-01", 30m).With(SaleFields.Currency, "CHF"))
            .Over(KpiIds.AverageOrder, "2026-03-01", "2026-03-31");

        average.Value.ShouldBeNull();
        average.ByCurrency.ShouldBe([new("CHF", 30m), new("EUR", 10m)]);
    }

    [Fact]
    public void Overdue_of_a_day_before_an_amount_was_overwritten_comes_from_a_snapshot_or_not_at_all()
    {
        var scenario = With(
            Line("F-1", "2026-01-01", 100m).With(SaleFields.Due, "2026-02-01").With(SaleFields.Status, "open").ValuesSince("2026-04-10"),
            Line("F-2", "2026-01-01", 50m).With(SaleFields.Due, "2026-02-01").With(SaleFields.Paid, "2026-03-10").ValuesSince("2026-02-20"));

        scenario.Over(KpiIds.OverdueAmount, "2026-04-01", "2026-04-30").Value.ShouldBe(100m);
        scenario.Over(KpiIds.OverdueAmount, "2026-03-01", "2026-03-31").Value.ShouldBeNull();
        var kept = scenario.Kept(KpiIds.OverdueAmount, "2026-03-31", 120m, "EUR").Over(KpiIds.OverdueAmount, "2026-03-01", "2026-03-31");
        (kept.Value, kept.FromSnapshot).ShouldBe((120m, true));
        scenario.Over(KpiIds.Sales, "2026-01-01", "2026-01-31").Value.ShouldBe(150m);
    }

    [Fact]
    public void Overdue_is_due_and_unpaid_at_the_end_of_the_period_by_age()
    {
        var scenario = With(
            Line("F-1", "2026-01-01", 100m).With(SaleFields.Due, "2026-03-31").With(SaleFields.Status, "open"),
            Line("F-2", "2026-01-01", 200m).With(SaleFields.Due, "2026-03-01").With(SaleFields.AmountDue, 150m),
            Line("F-3", "2026-01-01", 400m).With(SaleFields.Due, "2026-02-01").With(SaleFields.Paid, "2026-04-02"),
            Line("F-4", "2025-12-01", 800m).With(SaleFields.Due, "2025-12-15").With(SaleFields.Status, "open"),
            Line("F-5", "2026-01-01", 1600m).With(SaleFields.Due, "2026-04-01").With(SaleFields.Status, "open"),
            Line("F-6", "2026-01-01", 3200m).With(SaleFields.Due, "2026-02-01").With(SaleFields.Paid, "2026-03-31"),
            Line("F-7", "2026-01-01", 6400m).With(SaleFields.Due, "2026-02-01").With(SaleFields.Status, "paid"));

        var overdue = scenario.Over(KpiIds.OverdueAmount, "2026-03-01", "2026-03-31");
        overdue.Value.ShouldBe(1450m);
        overdue.Rows.ShouldBe([new("1-30", 2, 250m), new("31-60", 1, 400m), new("61-90", 0, 0m), new("90+", 1, 800m)]);
        overdue.Contributions.Select(part => part.Label).ShouldBe(["F-4", "F-3", "F-2", "F-1"]);
        overdue.Previous.ShouldBe(400m + 3200m + 800m);
        overdue.Gained.ShouldBe([new("F-2", 150m), new("F-1", 100m)]);
        overdue.Lost.ShouldBe([new("F-6", 3200m)]);
    }

    [Fact]
    public void Overdue_needs_an_export_that_says_what_was_paid() =>
        With(Line("F-1", "2026-01-01", 100m).With(SaleFields.Due, "2026-03-01")).Over(KpiIds.OverdueAmount, "2026-03-01", "2026-03-31").Value.ShouldBeNull();

    [Fact]
    public void Collected_is_paid_minus_refunded_without_payouts_and_failures()
    {
        var collected = With(
                Payment(100m).With(PaymentFields.Refunded, 30m),
                Payment(50m, "charge"),
                Payment(-20m, "refund"),
                Payment(-500m, "payout"),
                Payment(-2m, "fee"),
                Payment(70m, "charge").With(PaymentFields.Status, "failed"))
            .Over(KpiIds.Collected, "2026-03-01", "2026-03-31");

        collected.Value.ShouldBe(100m);
    }
}
