using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class KpiSnapshotsTests
{
    private static readonly EngagementId Id = EngagementId.Parse("atelier-lumen");
    private readonly InMemoryStateStore state = new();

    private static KpiScenario Open(decimal amount, string? since = null)
    {
        var deal = new DealBuilder().Amount(amount);
        return new KpiScenario().Add(since is null ? deal.Build() : deal.ValuesSince(since).Build()).Covering(FactType.Deal, "2026-01-05", "2026-06-30");
    }

    [Fact]
    public async Task A_stock_is_kept_and_found_again_after_later_exports_overwrote_it()
    {
        var snapshots = new KpiSnapshots(state);
        var request = new KpiRequest { At = new(2026, 3, 9), Today = new(2026, 3, 9) };

        (await snapshots.KeepAsync(Id, request, Open(12.5m).Compute(request))).ShouldBeGreaterThan(0);
        var kept = await snapshots.LoadAsync(Id);

        kept.Find(KpiIds.OpenPipeline, new(2026, 3, 8)).ShouldBe(new("EUR", 12.5m));
        var later = Open(99m, since: "2026-03-20").Kept(KpiIds.OpenPipeline, "2026-03-08", 12.5m, "EUR").Over(KpiIds.OpenPipeline, "2026-03-09", "2026-03-15");
        (later.Value, later.Previous).ShouldBe((null, 12.5m));
    }

    [Theory]
    [InlineData("2026-03-09", "2026-03-10", false)]
    [InlineData("2026-03-09", "2026-03-09", true)]
    public async Task Nothing_is_kept_of_another_day_or_of_named_days(string at, string today, bool named)
    {
        var request = new KpiRequest
        {
            At = KpiScenario.Day(at),
            Today = KpiScenario.Day(today),
            From = named ? KpiScenario.Day("2026-03-02") : null,
            To = named ? KpiScenario.Day("2026-03-08") : null,
        };

        (await new KpiSnapshots(state).KeepAsync(Id, request, Open(1m).Compute(request))).ShouldBe(0);
        state.Operations.ShouldBe(0);
    }

    [Fact]
    public async Task A_figure_from_a_snapshot_is_not_kept_again()
    {
        var request = new KpiRequest { At = new(2026, 3, 9) };
        var results = Open(99m, since: "2026-03-20").Kept(KpiIds.OpenPipeline, "2026-03-08", 12.5m, "EUR").Compute(request);

        await new KpiSnapshots(state).KeepAsync(Id, request, results);

        (await new KpiSnapshots(state).LoadAsync(Id)).Find(KpiIds.OpenPipeline, new(2026, 3, 8)).ShouldBeNull();
    }
}
