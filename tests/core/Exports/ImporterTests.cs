using System.Text.Json;
using NodaTime;
using OpsAutomation.Exports;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports;

public sealed class ImporterTests
{
    private const string Header = "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date\n";
    private const string Deals = Header
        + "101,Audit,Closed Won,Sales Pipeline,1200.50,2025-11-03 10:00,2025-10-01 09:00\n"
        + "102,Pilot,Closed Lost,Sales Pipeline,300.00,2025-11-20 10:00,2025-10-02 09:00\n"
        + "103,Renewal,Contract Sent,Sales Pipeline,75.25,2026-02-20 10:00,2025-10-05 09:00\n";

    [Fact]
    public async Task An_export_becomes_facts_and_a_line_of_the_ledger()
    {
        var bench = new ImportBench();
        var report = await bench.ImportAsync(Deals);
        report.Profile.ShouldBe("hubspot.deals");
        report.Facts.Single().ShouldBe(new FactCount(FactType.Deal, 3, 3, 0, 0, new(2025, 10, 1), new(2025, 11, 20)));
        var deals = await bench.ReadAsync(FactType.Deal);
        deals.Sum(deal => deal.GetNumber(DealFields.Amount)).ShouldBe(1575.75m);
        deals.Select(deal => deal.FindText(DealFields.Status)).ShouldBe(["won", "lost", "open"]);
        var import = (await bench.OpenAsync()).Imports.Single();
        (import.Number, import.File, import.Profile, import.TakenIsStated).ShouldBe((1, "deals.csv", "hubspot.deals", false));
        deals.ShouldAllBe(deal => deal.Source == 1);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_says_so()
    {
        var bench = new ImportBench();
        await bench.ImportAsync(Deals + "104,Bad,Closed Won,Sales Pipeline,not money,2025-11-03 10:00,2025-10-01 09:00\n105,Bon,Closed Won,P,1,2025-11-03,2025-10-01\n");
        var paths = bench.Blobs.Paths(bench.Engagement.Id);
        bench.Time.Advance(Duration.FromDays(3));
        var report = await bench.ImportAsync(Deals + "104,Bad,Closed Won,Sales Pipeline,not money,2025-11-03 10:00,2025-10-01 09:00\n105,Bon,Closed Won,P,1,2025-11-03,2025-10-01\n", "again.csv");
        report.AlreadyImported.ShouldBeTrue();
        report.Warnings.ShouldContain(warning => warning.En.Contains("nothing has changed") && warning.Fr.Contains("rien n’a changé"));
        var count = report.Facts.Single();
        (count.Read, count.Accepted, count.Rejected, count.Superseded).ShouldBe((5, 0, 1, 4));
        report.Rejections.Single().Line.ShouldBe(5);
        bench.Blobs.Paths(bench.Engagement.Id).ShouldBe(paths);
        (await bench.OpenAsync()).Imports.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_file_that_comes_at_the_same_time_is_imported_once_whenever_it_overtakes()
    {
        for (var step = 1; ; step++)
        {
            var (bench, overtaken, start) = (new ImportBench(), false, 0);
            bench.State.Fault = (operation, _) =>
            {
                if (overtaken || operation - start < step)
                    return null;
                overtaken = true;
                bench.ImportAsync(Deals).GetAwaiter().GetResult();
                return null;
            };
            start = bench.State.Operations;
            await bench.ImportAsync(Deals);
            if (!overtaken)
                break;
            (await bench.OpenAsync()).Imports.Count.ShouldBe(1, $"overtaken at operation {step}");
            (await bench.ReadAsync(FactType.Deal)).Count.ShouldBe(3);
        }
    }

    [Fact]
    public async Task The_same_file_taken_on_another_day_is_another_import()
    {
        var bench = new ImportBench();
        await bench.ImportAsync(Deals);
        (await bench.ImportAsync(Deals, taken: new LocalDate(2025, 12, 1))).AlreadyImported.ShouldBeFalse();
        (await bench.ReadAsync(FactType.Deal)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_bad_row_is_kept_as_a_rejection_without_its_values()
    {
        var bench = new ImportBench();
        var report = await bench.ImportAsync(Deals + "104,Secret name,Closed Won,Sales Pipeline,12x,2025-11-03 10:00,2025-10-01 09:00\n105,Bon,Closed Won,P,1,2025-11-03,2025-10-01\n");
        var rejection = report.Rejections.Single();
        (rejection.Line, rejection.Column).ShouldBe((5, "Amount"));
        var count = report.Facts.Single();
        (count.Read, count.Accepted, count.Rejected).ShouldBe((5, 4, 1));
        var path = bench.Blobs.Paths(bench.Engagement.Id).Single(path => path.StartsWith("rejections/"));
        var text = System.Text.Encoding.UTF8.GetString(bench.Blobs[bench.Engagement.Id, path]);
        text.ShouldContain("\"line\":5");
        text.ShouldNotContain("Secret");
        text.ShouldNotContain("12x");
    }

    [Fact]
    public async Task A_file_with_too_many_bad_rows_is_refused_whole_with_its_rejections_kept()
    {
        var bench = new ImportBench();
        await bench.ImportAsync(Deals);
        bench.Time.Advance(Duration.FromHours(1));
        var bad = Header + string.Concat(Enumerable.Range(1, 30).Select(id =>
            $"{id},D,Closed Won,P,{(id % 2 == 0 ? "12" : "n.a. yet")},2025-11-03,2025-10-01\n"));
        var refusal = await Should.ThrowAsync<OpsException>(() => bench.ImportAsync(bad, "bad.csv"));
        refusal.Kind.ShouldBe(FailureKind.Refused);
        refusal.Text.En.ShouldStartWith("bad.csv was not imported: 15 of its 30 rows (50%) cannot be used, more than the limit of 20%. Most often, in column “Amount”:");
        refusal.Text.En.ShouldContain("first on lines 2, 4, 6, 8, 10");
        refusal.Text.Fr.ShouldContain("(50\u00a0%)");
        (await bench.ReadAsync(FactType.Deal)).Count.ShouldBe(3);
        (await bench.OpenAsync()).Imports.Count.ShouldBe(1);
        bench.Blobs.Paths(bench.Engagement.Id).ShouldContain(path => path.StartsWith("rejections/refused-"));
    }

    [Fact]
    public async Task A_newer_export_overwrites_and_an_older_one_does_not()
    {
        var bench = new ImportBench();
        await bench.ImportAsync(Deals, taken: new LocalDate(2025, 12, 1));
        var newer = await bench.ImportAsync(Header + "103,Renewal,Closed Won,Sales Pipeline,80.00,2025-12-20 10:00,2025-10-05 09:00\n", taken: new LocalDate(2025, 12, 31));
        newer.Facts.Single().Accepted.ShouldBe(1);
        var older = await bench.ImportAsync(Header + "103,Renewal,Contract Sent,Sales Pipeline,60.00,2026-01-20 10:00,2025-10-05 09:00\n", taken: new LocalDate(2025, 11, 1));
        (older.Facts.Single().Accepted, older.Facts.Single().Superseded).ShouldBe((0, 1));
        var deal = (await bench.ReadAsync(FactType.Deal)).Single(deal => deal.FindText(DealFields.Id) == "103");
        (deal.FindText(DealFields.Status), deal.GetNumber(DealFields.Amount)).ShouldBe(("won", 80m));
        deal.ValuesSince.ShouldBe(Period.DaysBetween(new LocalDate(1970, 1, 1), new LocalDate(2025, 12, 31)));
    }

    [Fact]
    public async Task The_later_import_of_one_day_wins_whether_the_day_was_said_or_not()
    {
        foreach (var (first, second) in new (bool, bool)[] { (true, false), (false, true), (false, false), (true, true) })
        {
            var bench = new ImportBench();
            var today = new LocalDate(2026, 1, 5);
            await bench.ImportAsync(Deals, taken: first ? today : null);
            bench.Time.Advance(Duration.FromMinutes(1));
            await bench.ImportAsync(Header + "103,Renewal,Contract Sent,Sales Pipeline,80.00,2026-02-20 10:00,2025-10-05 09:00\n", taken: second ? today : null);
            (await bench.ReadAsync(FactType.Deal)).Single(deal => deal.FindText(DealFields.Id) == "103").GetNumber(DealFields.Amount).ShouldBe(80m);
        }
    }

    [Fact]
    public async Task Equal_rows_without_an_id_are_counted_each_and_found_again()
    {
        var bench = new ImportBench();
        const string tasks = "Title,Status,Due date,Created\nCall,Open,2026-02-01,2026-01-02\nCall,Open,2026-02-01,2026-01-02\nWrite,Done,2026-02-01,2026-01-02\n";
        var report = await bench.ImportAsync(tasks, "tasks.csv");
        report.Facts.Single().Accepted.ShouldBe(3);
        var again = await bench.ImportAsync(tasks + "Post,Open,2026-02-01,2026-01-02\n", "tasks.csv");
        (again.Facts.Single().Accepted, again.Facts.Single().Superseded).ShouldBe((1, 3));
        (await bench.ReadAsync(again.Facts.Single().Type)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task The_report_is_written_as_the_contract_says()
    {
        var bench = new ImportBench();
        var report = await bench.ImportAsync(Deals + "104,D,Closed Won,P,12x,2025-11-03,2025-10-01\n105,D,Closed Won,P,1,2025-11-03,2025-10-01\n");
        using var json = JsonDocument.Parse(ImportReportJson.Write(report, Language.French));
        var root = json.RootElement;
        root.GetProperty("file").GetString().ShouldBe("deals.csv");
        root.GetProperty("profile").GetString().ShouldBe("hubspot.deals");
        root.GetProperty("encoding").GetString().ShouldBe("utf-8");
        root.GetProperty("delimiter").GetString().ShouldBe(",");
        var fact = root.GetProperty("facts")[0];
        fact.GetProperty("type").GetString().ShouldBe("Deal");
        fact.GetProperty("read").GetInt32().ShouldBe(5);
        fact.GetProperty("rejected").GetInt32().ShouldBe(1);
        var column = root.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == "Amount");
        column.GetProperty("field").GetString().ShouldBe("amount");
        column.GetProperty("decimalMark").GetString().ShouldBe(".");
        var rejection = root.GetProperty("rejections")[0];
        rejection.GetProperty("line").GetInt32().ShouldBe(5);
        rejection.GetProperty("column").GetString().ShouldBe("Amount");
        rejection.GetProperty("reason").GetString().ShouldBe("number-unreadable");
        root.GetProperty("warnings").ValueKind.ShouldBe(JsonValueKind.Array);
    }

    [Fact]
    public async Task A_full_disk_is_reported_as_safe_to_repeat_and_changes_nothing()
    {
        var bench = new ImportBench();
        await bench.ImportAsync(Deals);
        bench.Blobs.Fault = (_, what) => what.StartsWith("complete") ? new IOException("No space left on device") : null;
        var failure = await Should.ThrowAsync<OpsException>(() => bench.ImportAsync(Deals + "104,D,Closed Won,P,1,2025-11-03,2025-10-01\n"));
        failure.Kind.ShouldBe(FailureKind.Retriable);
        bench.Blobs.Fault = null;
        (await bench.ReadAsync(FactType.Deal)).Count.ShouldBe(3);
        (await bench.ImportAsync(Deals + "104,D,Closed Won,P,1,2025-11-03,2025-10-01\n")).Facts.Single().Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_import_changes_nothing()
    {
        var bench = new ImportBench();
        using var cancelled = new CancellationTokenSource();
        bench.Blobs.Fault = (_, what) =>
        {
            if (what.StartsWith("write"))
                cancelled.Cancel();
            return null;
        };
        await Should.ThrowAsync<OperationCanceledException>(() => bench.ImportAsync(Deals, cancellationToken: cancelled.Token));
        (await bench.OpenAsync()).Imports.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_import_that_meets_another_is_merged_with_what_it_left()
    {
        var bench = new ImportBench();
        bench.State.BeforeNextCommit = () => bench.ImportAsync(Deals);
        await bench.ImportAsync(Header + "200,New,Closed Won,P,1,2025-11-03,2025-10-01\n", "other.csv");
        (await bench.ReadAsync(FactType.Deal)).Count.ShouldBe(4);
        (await bench.OpenAsync()).Imports.Select(import => import.File).ShouldBe(["deals.csv", "other.csv"]);
    }

    [Fact]
    public async Task A_value_far_down_that_leaves_a_column_open_makes_it_be_decided_from_all_values()
    {
        var bench = new ImportBench();
        var early = string.Concat(Enumerable.Range(1, 20_000).Select(id => $"{id},D,Closed Won,P,10,,2025-10-01\n"));
        var report = await bench.ImportAsync(Header + early + "90001,D,Closed Won,P,10,03/04/2025,2025-10-01\n90002,D,Closed Won,P,10,25/04/2025,2025-10-01\n");
        var count = report.Facts.Single();
        (count.Read, count.Accepted).ShouldBe((20_002, 20_002));
        var deals = await bench.ReadAsync(FactType.Deal);
        deals.Count.ShouldBe(20_002);
        deals.Single(deal => deal.FindText(DealFields.Id) == "90001").FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2025, 4, 3));
    }

    [Fact]
    public async Task A_large_import_is_written_in_batches_and_blocks_without_losing_a_row()
    {
        var bench = new ImportBench();
        var rows = string.Concat(Enumerable.Range(1, 25_000).Select(id => $"{id},Deal with a rather long name number {id},Closed Won,P,{id}.5,2025-11-03,2025-10-01\n"));
        (await bench.ImportAsync(Header + rows)).Facts.Single().Accepted.ShouldBe(25_000);
        bench.Time.Advance(Duration.FromHours(1));
        var second = await bench.ImportAsync(Header + rows.Replace("1,Deal with", "1,Changed with"), "second.csv");
        second.Facts.Single().Accepted.ShouldBe(2_500);
        second.Facts.Single().Superseded.ShouldBe(22_500);
        var deals = await bench.ReadAsync(FactType.Deal);
        deals.Count.ShouldBe(25_000);
        deals.Sum(deal => deal.GetNumber(DealFields.Amount)).ShouldBe(Enumerable.Range(1, 25_000).Sum(id => id + 0.5m));
        deals.Count(deal => deal.FindText(DealFields.Name)!.StartsWith("Changed")).ShouldBe(2_500);
    }

    [Fact]
    public async Task What_is_no_table_is_refused_without_its_bytes_reaching_the_terminal()
    {
        var bench = new ImportBench();
        var bytes = new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x1B, 0x5B, 0x32, 0x4A, 0x2C, 0x07, 0x41, 0x0A, 0x31, 0x2C, 0x32, 0x0A };

        var failure = await Should.ThrowAsync<OpsException>(() => bench.ImportAsync(bytes, "picture.csv"));

        failure.Kind.ShouldBe(FailureKind.Refused);
        failure.Text.Fr.Concat(failure.Text.En).ShouldAllBe(letter => !char.IsControl(letter));
    }
}
