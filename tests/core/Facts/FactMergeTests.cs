using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Facts;

public sealed class FactMergeTests
{
    private const long Day = 86_400_000;
    private const long Start = 20_000 * Day;

    [Fact]
    public async Task A_row_that_comes_again_unchanged_is_superseded()
    {
        var imports = new FactImports();
        await imports.ImportAsync(new(Start, Row("1", 100), Row("2", 200)));
        var before = await imports.DescribeAsync(FactType.Deal);
        var count = (await imports.ImportAsync(new(Start, Row("1", 100), Row("2", 200))))[0];
        (count.Read, count.Accepted, count.Superseded).ShouldBe((2, 0, 2));
        (await imports.DescribeAsync(FactType.Deal)).ShouldBe(before);
    }

    [Fact]
    public async Task The_newer_version_is_kept_whichever_comes_first()
    {
        var imports = new FactImports();
        await imports.ImportAsync(new(Start + Day, Row("1", 150)));
        var count = (await imports.ImportAsync(new(Start, Row("1", 100))))[0];
        (count.Accepted, count.Superseded).ShouldBe((0, 1));
        (await imports.ReadAsync(FactType.Deal)).Single().GetNumber(DealFields.Amount).ShouldBe(150m);
    }

    [Fact]
    public async Task Of_two_rows_with_one_key_in_a_file_the_later_is_kept()
    {
        var imports = new FactImports();
        var count = (await imports.ImportAsync(new(Start, Row("1", 100), Row("2", 7), Row("1", 150))))[0];
        (count.Read, count.Accepted, count.Superseded).ShouldBe((3, 2, 1));
        (await imports.ReadAsync(FactType.Deal)).Select(deal => deal.GetNumber(DealFields.Amount)).ShouldBe([7m, 150m]);
    }

    [Fact]
    public async Task The_vendors_modified_time_leads_the_place_in_the_file()
    {
        var imports = new FactImports();
        await imports.ImportAsync(new(Start, Row("1", 150) with { Modified = At(20) }, Row("1", 100) with { Modified = At(10) }));
        (await imports.ReadAsync(FactType.Deal)).Single().GetNumber(DealFields.Amount).ShouldBe(150m);
    }

    [Fact]
    public async Task Overwritten_values_are_known_to_stand_from_the_day_of_the_newer_export()
    {
        var imports = new FactImports();
        await imports.ImportAsync(new(Start, Row("1", 100), Row("2", 5)));
        await imports.ImportAsync(new(Start + (3 * Day), Row("1", 150), Row("2", 5)));
        var deals = await imports.ReadAsync(FactType.Deal);
        deals.Single(deal => deal.GetNumber(DealFields.Amount) == 150m).ValuesSince.ShouldBe(20_003);
        deals.Single(deal => deal.GetNumber(DealFields.Amount) == 5m).ValuesSince.ShouldBe(int.MinValue);
    }

    [Fact]
    public async Task Only_a_full_export_makes_absent_records_gone_and_a_later_one_brings_them_back()
    {
        var imports = new FactImports();
        await imports.ImportAsync(new(Start, Row("1", 100), Row("2", 200)));
        await imports.ImportAsync(new(Start + Day, Row("1", 100)));
        (await imports.ReadAsync(FactType.Deal)).ShouldAllBe(deal => deal.State == RecordState.None);
        await imports.ImportAsync(new(Start + (2 * Day), Row("1", 100)) { Full = true });
        (await imports.ReadAsync(FactType.Deal)).Count(deal => deal.State == RecordState.Gone).ShouldBe(1);
        await imports.ImportAsync(new(Start + (3 * Day), Row("2", 200)));
        (await imports.ReadAsync(FactType.Deal)).ShouldAllBe(deal => deal.State == RecordState.None);
    }

    [Fact]
    public async Task A_full_export_says_nothing_about_records_of_another_namespace()
    {
        var imports = new FactImports();
        await imports.ImportAsync(new(Start, Row("1", 100)) { Namespace = "pipedrive" });
        await imports.ImportAsync(new(Start + Day, Row("1", 100)) { Full = true });
        var deals = await imports.ReadAsync(FactType.Deal);
        deals.Count.ShouldBe(2);
        deals.ShouldAllBe(deal => deal.State == RecordState.None);
    }

    [Fact]
    public async Task A_record_that_another_has_absorbed_is_hidden_whichever_comes_first()
    {
        foreach (var first in new[] { true, false })
        {
            var imports = new FactImports();
            IncomingFile[] files = [new(Start, Row("1", 100)), new(Start + Day, Row("2", 200) with { Absorbed = ["1"] })];
            foreach (var file in first ? files : files.Reverse())
                await imports.ImportAsync(file);
            (await imports.ReadAsync(FactType.Deal)).Where(deal => deal.State == RecordState.None).Select(deal => deal.GetNumber(DealFields.Amount)).ShouldBe([200m]);
        }
    }

    [Fact]
    public async Task A_ledger_replaces_its_fiscal_year_and_no_other()
    {
        var imports = new FactImports();
        await imports.ImportAsync(Ledger(Start, Line("701000", 10), Line("701000", 10), Line("601000", 4)));
        await imports.ImportAsync(Ledger(Start, new LedgerEntryBuilder().FiscalYear("2025-12-31").Account("701000").Credit(99).Build()));
        await imports.ImportAsync(Ledger(Start + Day, Line("701000", 10), Line("512000", 3)));
        (await imports.ReadAsync(FactType.LedgerEntry)).Select(line => line.FindText(LedgerEntryFields.Account) + " " + line.GetNumber(LedgerEntryFields.Credit))
            .ShouldBe(["701000 10", "701000 99", "512000 3"], ignoreOrder: true);
        var older = (await imports.ImportAsync(Ledger(Start - Day, Line("606000", 1))))[0];
        older.Superseded.ShouldBe(1);
        (await imports.ReadAsync(FactType.LedgerEntry)).Count.ShouldBe(3);
    }

    [Fact]
    public void The_order_of_imports_changes_no_record()
    {
        Prop.ForAll(Histories().ToArbitrary(), files =>
        {
            var (straight, shuffled) = (new FactImports(), new FactImports());
            foreach (var file in files)
                straight.ImportAsync(file).GetAwaiter().GetResult();
            foreach (var file in Shuffled(files))
                shuffled.ImportAsync(file).GetAwaiter().GetResult();
            shuffled.DescribeAsync(FactType.Deal, withHistory: false).Result
                .ShouldBe(straight.DescribeAsync(FactType.Deal, withHistory: false).Result, string.Join('\n', files));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Values_are_never_said_to_have_stood_when_another_version_says_otherwise()
    {
        Prop.ForAll(Histories().ToArbitrary(), files =>
        {
            var imports = new FactImports();
            foreach (var file in Shuffled(files))
                imports.ImportAsync(file).GetAwaiter().GetResult();
            foreach (var deal in imports.ReadAsync(FactType.Deal).Result.Where(deal => deal.Has(DealFields.Id)))
                deal.ValuesSince.ShouldBeGreaterThanOrEqualTo(StoodSince(files, deal.FindText(DealFields.Id)!), string.Join('\n', files));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Rows_are_conserved_and_a_file_in_two_parts_gives_the_same_facts()
    {
        Prop.ForAll(Histories().ToArbitrary(), files =>
        {
            var (whole, parts) = (new FactImports(), new FactImports());
            foreach (var file in files.Select(file => file with { Full = false }))
            {
                var count = whole.ImportAsync(file).Result[0];
                count.Read.ShouldBe(file.Rows.Count);
                count.Read.ShouldBe(count.Accepted + count.Rejected + count.Superseded);
                var middle = file.Rows.Count / 2;
                parts.ImportAsync(file with { Rows = [.. file.Rows.Take(middle)] }).Wait();
                parts.ImportAsync(file with { Rows = [.. file.Rows.Skip(middle)] }).Wait();
            }

            parts.DescribeAsync(FactType.Deal).Result.ShouldBe(whole.DescribeAsync(FactType.Deal).Result, string.Join('\n', files));
        }).QuickCheckThrowOnFailure();
    }

    private static IncomingRow Row(string id, decimal amount) => new(id, new DealBuilder().Id(id).Amount(amount).Build());

    private static FactTime At(int day) => FactTime.Day(new LocalDate(2026, 1, 1).PlusDays(day));

    private static FactRecord Line(string account, decimal credit) => new LedgerEntryBuilder().Account(account).Credit(credit).Build();

    private static IncomingFile Ledger(long version, params IReadOnlyList<FactRecord> lines) =>
        new(version, [.. lines.Select(line => new IncomingRow("", line))]) { Type = FactType.LedgerEntry, Namespace = "fec" };

    private static IEnumerable<IncomingFile> Shuffled(IEnumerable<IncomingFile> files) => files.OrderBy(file => file.Version * 7_919 % 104_729);

    private static int StoodSince(IEnumerable<IncomingFile> files, string id)
    {
        var versions = files.SelectMany(file => file.Rows.Where(row => row.Id == id).Select(row => (file.Version, Amount: row.Record.GetNumber(DealFields.Amount)))).ToList();
        var index = versions.Count - 1;
        while (index > 0 && versions[index - 1].Amount == versions[^1].Amount)
            index--;
        return index == 0 ? int.MinValue : (int)(versions[index].Version / Day);
    }

    // Few ids, names and amounts, so that everything collides; versions differ from import to import.
    private static Gen<IReadOnlyList<IncomingFile>> Histories() =>
        from seed in Gen.Choose(0, int.MaxValue)
        from count in Gen.Choose(1, 6)
        select (IReadOnlyList<IncomingFile>)History(new Random(seed), count);

    private static List<IncomingFile> History(Random random, int count) =>
    [
        .. Enumerable.Range(1, count).Select(number =>
            new IncomingFile(Start + (number * Day) + 3_600_000, [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => RandomRow(random))])
            {
                Full = random.Next(3) == 0,
            }),
    ];

    private static IncomingRow RandomRow(Random random)
    {
        var id = $"{random.Next(1, 5)}";
        var deal = new DealBuilder().Id(id).Amount(random.Next(1, 3)).With(DealFields.Name, $"name {random.Next(2)}");
        if (random.Next(6) == 0)
            deal.State(RecordState.Deleted);
        var absorbed = $"{random.Next(1, 5)}";
        return new(id, deal.Build()) { Absorbed = random.Next(8) == 0 && absorbed != id ? [absorbed] : [] };
    }
}
