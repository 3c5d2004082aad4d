using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class LedgerKpiTests
{
    private int entries;

    private IEnumerable<FactRecord> Entry(string day, params (string Account, decimal Balance)[] lines)
    {
        var number = $"E{++entries}";
        return lines.Select(line =>
        {
            var builder = new LedgerEntryBuilder().On(day).Entry(number).Account(line.Account);
            return (line.Balance >= 0m ? builder.Debit(line.Balance) : builder.Credit(-line.Balance)).Build();
        });
    }

    private KpiScenario Year() => new KpiScenario()
        .Add(new LedgerEntryBuilder().On("2026-01-01").Entry("AN").Account("512000").Debit(10_000m).Opening().Build())
        .Add(new LedgerEntryBuilder().On("2026-01-01").Entry("AN").Account("101000").Credit(10_000m).Opening().Build())
        .Add(Entry("2026-01-15", ("411ACME", 1200m), ("706000", -1000m), ("445710", -200m)))
        .Add(Entry("2026-02-10", ("512000", 1200m), ("411ACME", -1200m)))
        .Add(Entry("2026-02-20", ("607000", 300m), ("401X", -300m)))
        .Add(Entry("2026-02-25", ("606000", 100m), ("512000", -100m)))
        .Add(Entry("2026-03-05", ("641000", 2400m), ("512000", -2400m)))
        .Add(Entry("2026-03-10", ("164000", 900m), ("661000", 100m), ("512000", -1000m)))
        .Add(Entry("2026-03-20", ("411ACME", 600m), ("706000", -500m), ("445710", -100m)))
        .Add(Entry("2026-03-31", ("603700", -50m), ("370000", 50m)))
        .Covering(FactType.LedgerEntry, "2026-01-01", "2026-03-31");

    [Theory]
    [InlineData(KpiIds.Revenue, 500)]
    [InlineData(KpiIds.Result, -1950)]
    [InlineData(KpiIds.GrossMargin, 110)]
    [InlineData(KpiIds.DirectMargin, 110)]
    [InlineData(KpiIds.Cash, 7700)]
    [InlineData(KpiIds.NetCash, 7700)]
    [InlineData(KpiIds.Receivables, 600)]
    public void Ledger_figures_of_March(string kpi, int expected) =>
        Year().Over(kpi, "2026-03-01", "2026-03-31").Value.ShouldBe(expected);

    [Fact]
    public void Margin_on_purchases_holds_the_change_in_stock_and_supplies() =>
        Year().Over(KpiIds.GrossMargin, "2026-01-01", "2026-03-31").Value.ShouldBe((1500m - 350m) * 100m / 1500m);

    [Fact]
    public void Runway_leaves_loans_out_and_takes_three_full_months()
    {
        // Out: 100 + 2400 + 100 of interest, in: 1200, over three months.
        var runway = Year().Over(KpiIds.RunwayMonths, "2026-03-01", "2026-03-31");

        runway.Value.ShouldBe(7700m * 3m / 1400m);
        runway.Unit.ShouldBe(KpiUnit.Months);
    }

    [Fact]
    public void Runway_without_an_outflow_or_three_months_is_no_data()
    {
        Year().Over(KpiIds.RunwayMonths, "2026-02-01", "2026-02-28").Value.ShouldBeNull();
        new KpiScenario().Add(Entry("2026-01-15", ("512", 10m), ("706", -10m))).Add(Entry("2026-03-15", ("512", 10m), ("706", -10m)))
            .Over(KpiIds.RunwayMonths, "2026-03-01", "2026-03-31").Status.ShouldBe(KpiStatus.NoData);
    }

    [Fact]
    public void Dso_is_receivables_over_what_was_invoiced_in_ninety_days() =>
        Year().Over(KpiIds.DsoDays, "2026-03-01", "2026-03-31").Value.ShouldBe(600m * 90m / 1800m);

    [Fact]
    public void Opening_entries_of_a_later_year_are_never_added_to_the_closing_balance()
    {
        var scenario = new KpiScenario().Add(
                new LedgerEntryBuilder().FiscalYear("2025-12-31").On("2025-06-01").Account("512").Debit(100m).Build(),
                new LedgerEntryBuilder().On("2026-01-01").Account("512").Debit(100m).Opening().Build(),
                new LedgerEntryBuilder().On("2026-02-01").Account("512").Debit(5m).Build())
            .Covering(FactType.LedgerEntry, "2025-06-01", "2026-02-01");

        var cash = scenario.Over(KpiIds.Cash, "2026-02-01", "2026-02-28");
        cash.Value.ShouldBe(105m);
        cash.Series[^3].Value.ShouldBe(100m);
        cash.Warnings.ShouldHaveSingleItem().En.ShouldContain("February");
    }

    [Fact]
    public void An_overdraft_is_taken_off_net_cash() =>
        new KpiScenario().Add(Entry("2026-01-05", ("512", 500m), ("519", -200m), ("503", 50m), ("164", -350m)))
            .Over(KpiIds.NetCash, "2026-01-01", "2026-01-31").Value.ShouldBe(350m);

    [Fact]
    public void Without_dates_the_last_month_of_the_books_is_shown()
    {
        Year().At(KpiIds.Revenue, "2026-07-10").Period.ShouldBe(new(new(2026, 3, 1), new(2026, 3, 31), Partial: false));
        Year().At(KpiIds.Revenue, "2026-03-10").Period.From.ShouldBe(new(2026, 2, 1));
        Year().Over(KpiIds.Revenue, "2026-06-01", "2026-06-30").Value.ShouldBeNull();
    }

    [Fact]
    public void The_account_map_replaces_the_french_chart()
    {
        var scenario = Year().Set(kpis => kpis with
        {
            Accounts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["revenue"] = ["445"] },
        });

        scenario.Over(KpiIds.Revenue, "2026-03-01", "2026-03-31").Value.ShouldBe(100m);
    }

    [Fact]
    public void A_chart_without_numbers_and_map_is_no_data() =>
        new KpiScenario().Add(Entry("2026-01-05", ("Sales", -5m))).Over(KpiIds.Revenue, "2026-01-01", "2026-01-31")
            .ShouldSatisfyAllConditions(kpi => kpi.Value.ShouldBeNull(), kpi => kpi.Warnings.ShouldHaveSingleItem());

    [Fact]
    public void A_bank_reading_leads_book_cash()
    {
        var cash = Year().Add(FactBuilder.Of(FactType.Reading)
                .With(ReadingFields.Kpi, KpiIds.Cash).With(ReadingFields.Date, "2026-03-30").With(ReadingFields.Value, 7000m).Build())
            .Over(KpiIds.Cash, "2026-03-01", "2026-03-31");

        (cash.Value, cash.Entered, cash.Label.Fr).ShouldBe((7000m, true, "Solde bancaire"));
        cash.EnteredFor.ShouldNotBeNull();
        cash.Previous.ShouldBe(11_100m);
    }
}
