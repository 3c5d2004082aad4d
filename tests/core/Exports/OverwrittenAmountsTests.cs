using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports;

public sealed class OverwrittenAmountsTests
{
    private const string Header = "ID,Invoice Number,Invoice Date,Due Date,Total,Amount Due,Paid Date,Status\n";

    private readonly ImportBench bench = new();

    [Theory]
    [InlineData("7,F-1,2026-01-02,2026-02-01,100,100,,Unpaid", "7,F-1,2026-01-02,2026-02-01,100,0,2026-03-20,Paid", false)]
    [InlineData("7,F-1,2026-01-02,2026-02-01,100,100,,Unpaid", "7,F-1,2026-01-02,2026-02-01,100,100,,Unpaid", false)]
    [InlineData("7,F-1,2026-01-02,2026-02-01,100,100,,Unpaid", "7,F-1,2026-01-02,2026-02-01,100,60,,Unpaid", true)]
    [InlineData("7,F-1,2026-01-02,2026-02-01,100,60,,Unpaid", "7,F-1,2026-01-02,2026-02-01,100,0,2026-03-20,Paid", true)]
    [InlineData("7,F-1,2026-01-02,2026-02-01,100,100,,Unpaid", "7,F-1,2026-01-02,2026-02-01,90,90,,Unpaid", true)]
    public async Task Only_what_no_date_tells_makes_past_days_unknown(string before, string after, bool unknown)
    {
        await bench.ImportAsync(Header + before + "\n", "before.csv", taken: new LocalDate(2026, 3, 1));
        await bench.ImportAsync(Header + after + "\n", "after.csv", taken: new LocalDate(2026, 4, 1));

        var invoice = (await bench.ReadAsync(FactType.Sale)).ShouldHaveSingleItem();
        (invoice.ValuesSince > int.MinValue).ShouldBe(unknown);
    }

    [Fact]
    public async Task A_line_without_an_id_is_the_same_line_once_it_is_paid()
    {
        const string header = "Invoice Number,Invoice Date,Due Date,Total,Amount Due,Paid Date,Status\n";
        await bench.ImportAsync(header + "F-1,2026-01-02,2026-02-01,100,100,,Unpaid\nF-2,2026-01-02,2026-02-01,30,30,,Unpaid\nF-2,2026-01-02,2026-02-01,30,30,,Unpaid\n", "before.csv", taken: new LocalDate(2026, 3, 1));
        var report = await bench.ImportAsync(
            header + "F-1,2026-01-02,2026-02-01,100,0,2026-03-20,Paid\nF-2,2026-01-02,2026-02-01,30,30,,Unpaid\nF-2,2026-01-02,2026-02-01,30,0,2026-03-02,Paid\nF-3,2026-03-02,2026-04-01,5,5,,Unpaid\n",
            "after.csv", taken: new LocalDate(2026, 4, 1));

        var count = report.Facts.ShouldHaveSingleItem();
        (count.Read, count.Accepted + count.Superseded).ShouldBe((4, 4));
        var lines = await bench.ReadAsync(FactType.Sale);
        lines.Select(line => (line.FindText(SaleFields.Document), line.FindText(SaleFields.Status))).ShouldBe(
            [("F-1", "paid"), ("F-2", "open"), ("F-2", "paid"), ("F-3", "open")], ignoreOrder: true);
    }
}
