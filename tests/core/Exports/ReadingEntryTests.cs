using NodaTime;
using OpsAutomation.Exports;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports;

public sealed class ReadingEntryTests
{
    private static readonly LocalDate Day = new(2026, 1, 2);

    [Fact]
    public async Task A_value_entered_is_a_reading_with_its_author()
    {
        var bench = new ImportBench();
        await EntryOf(bench).SetAsync(bench.Engagement, "finance.cash", Day, 12_500.40m, "camille", "relevé du 2");
        var reading = (await bench.ReadAsync(FactType.Reading)).Single();
        reading.FindText(ReadingFields.Kpi).ShouldBe("finance.cash");
        reading.FindTime(ReadingFields.Date).ShouldBe(FactTime.Day(Day));
        reading.GetNumber(ReadingFields.Value).ShouldBe(12_500.40m);
        reading.FindText(ReadingFields.By).ShouldBe("camille");
        (await bench.OpenAsync()).Imports.Single().Facts.Single().ShouldBe(new FactCount(FactType.Reading, 1, 1, 0, 0, Day, Day));
    }

    [Fact]
    public async Task A_second_value_for_a_day_replaces_the_first_and_other_days_stay()
    {
        var bench = new ImportBench();
        await EntryOf(bench).SetAsync(bench.Engagement, "finance.cash", Day, 1m, "camille");
        await EntryOf(bench).SetAsync(bench.Engagement, "finance.cash", Day.PlusDays(1), 5m, "camille");
        bench.Time.Advance(Duration.FromSeconds(1));
        await EntryOf(bench).SetAsync(bench.Engagement, "finance.cash", Day, 2m, "jo");
        (await bench.ReadAsync(FactType.Reading)).Select(reading => reading.GetNumber(ReadingFields.Value)).ShouldBe([5m, 2m], ignoreOrder: true);
    }

    [Fact]
    public async Task An_imported_sheet_and_an_entry_mean_the_same_reading()
    {
        var bench = new ImportBench();
        await bench.ImportAsync("kpi,date,value,note,by\nfinance.cash,2026-01-02,100,,jo\n", "readings.csv");
        bench.Time.Advance(Duration.FromSeconds(1));
        await EntryOf(bench).SetAsync(bench.Engagement, "finance.cash", Day, 2m, "jo");
        (await bench.ReadAsync(FactType.Reading)).Single().GetNumber(ReadingFields.Value).ShouldBe(2m);
    }

    private static ReadingEntry EntryOf(ImportBench bench) => new(bench.Blobs, bench.State, bench.Time);
}
