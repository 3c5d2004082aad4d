using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Core.Tests.Facts.Changes;

public sealed class FactOverlayTests
{
    private readonly ToldDeals deals = new();

    [Fact]
    public async Task An_event_newer_than_the_export_wins_and_a_newer_export_wins_again()
    {
        await deals.ExportAsync(1, ToldDeals.Row("1", 100));
        await deals.TellAsync(ToldDeals.At(2).Set(DealFields.Amount, 250m));
        ToldDeals.Describe(await deals.FindAsync()).ShouldBe("open 250 None");
        await deals.ExportAsync(3, ToldDeals.Row("1", 300));
        ToldDeals.Describe(await deals.FindAsync()).ShouldBe("open 300 None");
    }

    [Fact]
    public async Task An_event_older_than_the_export_changes_nothing()
    {
        await deals.ExportAsync(2, ToldDeals.Row("1", 100));
        await deals.TellAsync(ToldDeals.At(1).Set(DealFields.Amount, 250m));
        ToldDeals.Describe(await deals.FindAsync()).ShouldBe("open 100 None");
    }

    [Fact]
    public async Task Each_field_has_its_own_newest_event()
    {
        await deals.ExportAsync(1, ToldDeals.Row("1", 100));
        await deals.TellAsync(ToldDeals.At(3).Set(DealFields.Status, "won"));
        await deals.TellAsync(ToldDeals.At(2).Set(DealFields.Status, "open").Set(DealFields.Amount, 250m).Set(DealFields.Owner, "Anna"));
        await deals.TellAsync(ToldDeals.At(4).Set(DealFields.Owner, (string?)null));
        var deal = await deals.FindAsync();
        ToldDeals.Describe(deal).ShouldBe("won 250 None");
        deal!.Has(DealFields.Owner).ShouldBeFalse();
        deal.FindTime(DealFields.Created)!.Value.Date.ShouldBe(new(2026, 1, 5));
    }

    [Fact]
    public async Task The_same_event_twice_is_no_news()
    {
        (await deals.TellAsync("d1", ToldDeals.At(1).Set(DealFields.Amount, 1m))).ShouldBeTrue();
        (await deals.TellAsync("d2", ToldDeals.At(1).Set(DealFields.Amount, 1m))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_deal_that_only_events_know_counts_once_they_tell_when_it_began()
    {
        await deals.TellAsync(ToldDeals.At(1).Set(DealFields.Amount, 250m));
        (await deals.FindAsync()).ShouldBeNull();
        var began = ToldDeals.At(0);
        await deals.TellAsync(began.Set(DealFields.Created, began.Time));
        ToldDeals.Describe(await deals.FindAsync()).ShouldBe("open 250 None");
    }

    [Fact]
    public async Task A_full_export_without_a_deal_that_events_told_of_says_that_it_is_gone_until_a_later_event()
    {
        var began = ToldDeals.At(1);
        await deals.TellAsync(began.Set(DealFields.Created, began.Time).Set(DealFields.Amount, 5m));
        await deals.FullAsync(2, ToldDeals.Row("2", 100));
        (await deals.FindAsync()).ShouldBeNull();
        var again = ToldDeals.At(3);
        await deals.TellAsync(again.Set(DealFields.Created, again.Time));
        ToldDeals.Describe(await deals.FindAsync()).ShouldBe("open  None");
    }

    [Fact]
    public async Task An_event_brings_back_what_an_older_full_export_no_longer_held()
    {
        await deals.ExportAsync(1, ToldDeals.Row("1", 100));
        await deals.FullAsync(2, ToldDeals.Row("2", 100));
        await deals.TellAsync(ToldDeals.At(1.5m).Set(DealFields.Amount, 7m));
        ToldDeals.Describe(await deals.FindAsync()).ShouldBe("open 100 Gone");
        await deals.TellAsync(ToldDeals.At(3).Set(DealFields.Owner, "Anna"));
        ToldDeals.Describe(await deals.FindAsync()).ShouldBe("open 100 None");
    }

    [Fact]
    public async Task A_deletion_hides_a_record_and_a_later_restoration_shows_it()
    {
        await deals.ExportAsync(1, ToldDeals.Row("1", 100));
        await deals.TellAsync(ToldDeals.At(2).Mark(RecordState.Deleted));
        (await deals.FindAsync())!.State.ShouldBe(RecordState.Deleted);
        await deals.TellAsync(ToldDeals.At(3).Mark(RecordState.Deleted, holds: false));
        (await deals.FindAsync())!.State.ShouldBe(RecordState.None);
    }

    [Fact]
    public async Task A_deal_that_closes_by_an_event_closed_on_its_day_whatever_was_expected()
    {
        await deals.ExportAsync(1, ToldDeals.Row("1", 100, deal => deal.Closed("2026-12-31")));
        await deals.TellAsync(ToldDeals.At(2).Set(DealFields.Closed, ToldDeals.At(90).Time));
        await deals.TellAsync(ToldDeals.At(3.5m).Set(DealFields.Status, "won"));
        (await deals.FindAsync())!.FindTime(DealFields.Closed).ShouldBe(ToldDeals.At(3.5m).Time);
        await deals.TellAsync(ToldDeals.At(4).Set(DealFields.Closed, ToldDeals.At(3).Time));
        (await deals.FindAsync())!.FindTime(DealFields.Closed).ShouldBe(ToldDeals.At(3).Time);
        // Won once more changes nothing of when.
        await deals.TellAsync(ToldDeals.At(8).Set(DealFields.Status, "won"));
        (await deals.FindAsync())!.FindTime(DealFields.Closed).ShouldBe(ToldDeals.At(3).Time);
    }

    [Fact]
    public async Task An_overwritten_amount_stands_from_the_day_of_its_event()
    {
        await deals.ExportAsync(1, ToldDeals.Row("1", 100), ToldDeals.Row("2", 100));
        await deals.TellAsync(ToldDeals.At(2.5m).Set(DealFields.Amount, 250m), ToldDeals.At(3, "2").Set(DealFields.Amount, 100m));
        await deals.TellAsync(ToldDeals.At(4.5m).Set(DealFields.Amount, 250m));
        (await deals.FindAsync())!.ValuesSince.ShouldBe(20_002);
        (await deals.FindAsync("2"))!.ValuesSince.ShouldBe(int.MinValue);
    }

    [Fact]
    public async Task What_waits_for_the_next_export_is_counted_until_it_comes()
    {
        await deals.ExportAsync(1, ToldDeals.Row("1", 100), ToldDeals.Row("2", 100));
        await deals.TellAsync(ToldDeals.At(2).Await(DealFields.Status), ToldDeals.At(2, "2").Await(), ToldDeals.At(2, "3").Await());
        (await deals.OpenAsync()).CountAwaited(FactType.Deal).ShouldBe(3);
        await deals.TellAsync(ToldDeals.At(3).Set(DealFields.Status, "open"));
        await deals.ExportAsync(4, ToldDeals.Row("2", 100));
        await deals.PruneAsync();
        (await deals.OpenAsync()).CountAwaited(FactType.Deal).ShouldBe(1);
    }

    [Fact]
    public async Task A_source_of_events_is_a_source_of_figures_until_an_export_has_told_all()
    {
        await deals.ExportAsync(1, ToldDeals.Row("1", 100));
        await deals.TellAsync(ToldDeals.At(2).Set(DealFields.Amount, 250m), ToldDeals.At(3, "2").Set(DealFields.Amount, 1m));
        var source = (await deals.OpenAsync()).Imports[^1];
        (source.File, source.IsEvents, source.ImportedAt).ShouldBe(("webhook hubspot", true, ToldDeals.At(3).At));
        source.Facts.Single().ShouldBe(new(FactType.Deal, 2, 2, 0, 0, ToldDeals.At(2).Time.Date, ToldDeals.At(3).Time.Date));

        await deals.ExportAsync(4, ToldDeals.Row("1", 300), ToldDeals.Row("2", 1));
        await deals.PruneAsync();
        (await deals.OpenAsync()).Imports[^1].Facts.Single().Accepted.ShouldBe(0);
        ToldDeals.Describe(await deals.FindAsync()).ShouldBe("open 300 None");
    }
}
