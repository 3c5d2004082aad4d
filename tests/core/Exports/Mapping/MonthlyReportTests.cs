using NodaTime;
using OpsAutomation.Exports.Mapping.Reports;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class MonthlyReportTests
{
    private const string QuickBooks = "Profit and Loss\nAcme Inc.\n\"January - March, 2024\"\n,Jan 2024,Feb 2024,Mar 2024,TOTAL\nIncome,,,,\n   Sales,100.00,200.00,300.00,600.00\n   Other,,5.00,,5.00\nTotal Income,100.00,205.00,300.00,605.00\nGross Profit,100.00,205.00,300.00,605.00\nExpenses,,,,\n   Rent,50.00,50.00,50.00,150.00\n   Refunds,-10.00,,,-10.00\nTotal Expenses,40.00,50.00,50.00,140.00\nNet Income,60.00,155.00,250.00,465.00\n";
    private const string Xero = "Profit and Loss\nDemo Company\nFor the 2 months ended 29 February 2024\n\nAccount,Feb 2024,Jan 2024,YTD\n\nTrading Income\nSales,\"2,000.00\",\"1,000.00\",\"3,000.00\"\nTotal Trading Income,\"2,000.00\",\"1,000.00\",\"3,000.00\"\n\nCost of Sales\nPurchases,700.00,300.00,\"1,000.00\"\nTotal Cost of Sales,700.00,300.00,\"1,000.00\"\n\nGross Profit,\"1,300.00\",700.00,\"2,000.00\"\n\nNet Profit,\"1,300.00\",700.00,\"2,000.00\"\n";
    private const string French = "Compte de résultat\nAtelier Lumen\n;janv. 2024;févr. 2024;Total\nProduits;;;\nPrestations;1 000,50;2 000,00;3 000,50\nTotal des produits;1 000,50;2 000,00;3 000,50\nCharges;;;\nLoyer;800,00;800,00;1 600,00\nTotal des charges;800,00;800,00;1 600,00\nRésultat net;200,50;1 200,00;1 400,50\n";

    private static IEnumerable<(string? Account, LocalDate Date, decimal Amount)> Entries(MappedTable table) => table.Facts.Select(entry => (
        entry.FindText(LedgerEntryFields.Account), entry.FindTime(LedgerEntryFields.Date)!.Value.Date,
        entry.GetNumber(LedgerEntryFields.Credit) - entry.GetNumber(LedgerEntryFields.Debit)));

    private static LocalDate End(int month) => new LocalDate(2024, month, 1).With(DateAdjusters.EndOfMonth);

    [Fact]
    public void Quickbooks_by_month_is_an_entry_for_each_account_and_month()
    {
        var report = MappedTable.Of(QuickBooks, MappedTable.American);

        report.Mapping.Profile.ShouldBe("quickbooks.profit-and-loss");
        Entries(report).ShouldBe(
        [
            ("70", End(1), 100m), ("70", End(2), 200m), ("70", End(3), 300m), ("70", End(2), 5m),
            ("61", End(1), -50m), ("61", End(2), -50m), ("61", End(3), -50m), ("61", End(1), 10m),
        ]);
        report.Ids[0].ShouldBe("2024-01-31/70/Sales");
        report.Rejections.ShouldBeEmpty();
    }

    [Fact]
    public void Xero_by_month_leaves_the_year_to_date_out()
    {
        var report = MappedTable.Of(Xero, MappedTable.American);

        report.Mapping.Profile.ShouldBe("xero.profit-and-loss");
        Entries(report).ShouldBe([("70", End(2), 2000m), ("70", End(1), 1000m), ("60", End(2), -700m), ("60", End(1), -300m)]);
    }

    [Fact]
    public void French_reports_by_month_are_read_too()
    {
        var report = MappedTable.Of(French);

        Entries(report).ShouldBe([("70", End(1), 1000.50m), ("70", End(2), 2000m), ("61", End(1), -800m), ("61", End(2), -800m)]);
        report.Columns.Select(column => column.Name).ShouldBe(["Distribution account", "Fin de mois", "Montant du mois"]);
    }

    [Fact]
    public void What_is_left_out_is_said()
    {
        var table = new OpsAutomation.Exports.Mapping.TableMapper(OpsAutomation.Exports.Profiles.ProfileCatalogue.Default, MappedTable.French).Shape(MappedTable.Table(QuickBooks));

        table.Warnings.ShouldContain(warning => warning.Fr.Contains("«\u00a0TOTAL\u00a0»", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_by_month_without_sections_stays_a_choice() =>
        MappedTable.Of("Item,Jan 2024,Feb 2024\nA,1,2\nB,3,4\n").Mapping.Choices.ShouldNotBeEmpty();

    [Fact]
    public void A_map_of_one_month_is_followed()
    {
        var report = MappedTable.Of(Xero, MappedTable.American, profile: "xero.profit-and-loss", map: "columns:\n  Jan 2024: amount\n  Feb 2024: ignore\n  YTD: ignore\n");

        Entries(report).ShouldBe([("70", End(1), 1000m), ("60", End(1), -300m)]);
    }

    [Theory]
    [InlineData("Jan 2024", "2024-01-31")]
    [InlineData("janv. 24", "2024-01-31")]
    [InlineData("Février 2024", "2024-02-29")]
    [InlineData("31 Jan 2024", "2024-01-31")]
    [InlineData("Jan 1 - 15, 2024", "2024-01-15")]
    [InlineData("Mar '24", "2024-03-31")]
    [InlineData("2024-04", "2024-04-30")]
    [InlineData("2024-04-01", "2024-04-30")]
    [InlineData("04/2024", "2024-04-30")]
    [InlineData("May", "2023-05-31")]
    [InlineData("Jan 2024 budget", null)]
    [InlineData("Total", null)]
    [InlineData("2024", null)]
    [InlineData("", null)]
    [InlineData("Q1 2024", null)]
    public void Months_are_named_in_many_ways(string name, string? end) =>
        MonthName.LastDay(name, 2023)?.ToString("uuuu-MM-dd", null).ShouldBe(end);
}
