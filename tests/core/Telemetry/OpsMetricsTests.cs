using System.Diagnostics.Metrics;
using System.Reflection;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Telemetry;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class OpsMetricsTests
{
    [Fact]
    public async Task An_import_counts_its_rows_and_a_digest_that_left_once()
    {
        using var log = new MetricLog();
        var world = new JobWorld().WithLumen();
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());
        await world.DrainAsync();
        await world.SendDueDigests.RunAsync();
        await world.DrainAsync();

        log.Sum("ops.import.rows").ShouldBeGreaterThan(0);
        log.Of("ops.import.rows")[0].Tags.ShouldBe("ops.fact.type=deal");
        log.Sum("ops.import.rejections").ShouldBe(0);
        log.Sum("ops.digest.sent").ShouldBe(1);
        log.Of("ops.kpi.duration").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_fails_for_good_is_counted_with_its_queue_and_cause()
    {
        using var log = new MetricLog();
        var world = new JobWorld().WithLumen();

        await world.Kpis.HandleAsync("""{"engagement":"nobody","key":"kpis"}""", TestContext.Current.CancellationToken);
        await world.Poison.ReportAsync(JobQueues.Digests, """{"engagement":"lumen","key":"digest/claire/2026-11-23"}""", TestContext.Current.CancellationToken);

        log.Of("ops.queue.dead_letters").Select(one => one.Tags).ShouldBe(
        [
            "messaging.destination.name=kpis ops.dead_letter.cause=refused",
            "messaging.destination.name=digests ops.dead_letter.cause=exhausted",
        ]);
    }

    [Fact]
    public async Task The_age_of_a_message_counts_from_when_it_was_due()
    {
        using var log = new MetricLog();
        var (queue, blobs, time) = (new InMemoryJobQueue(), new InMemoryBlobStore(), new ManualTime());
        await new JobSender(queue, blobs, time).SendAsync(new KpiJob(EngagementId.Parse("lumen"), "kpis"), TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        time.Advance(NodaTime.Duration.FromMinutes(7));

        using (var attempt = JobAttempt.Begin(JobQueues.Kpis, queue.Take(JobQueues.Kpis).Single(), time))
            attempt.End("refused");

        log.Of("ops.queue.age").ShouldBe([("ops.queue.age", 120, "messaging.destination.name=kpis")]);
        log.Of("messaging.process.duration").ShouldHaveSingleItem().Tags.ShouldBe("messaging.destination.name=kpis error.type=refused");
    }

    [Fact]
    public void Names_are_small_letters_with_points_and_units_are_those_of_ucum()
    {
        foreach (var instrument in Instruments())
        {
            instrument.Name.ShouldMatch("^[a-z]+(\\.[a-z_]+)+$");
            instrument.Unit.ShouldBeOneOf("s", "{row}", "{digest}", "{attempt}", "{request}", "{message}");
            instrument.Description.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public void Every_metric_is_in_the_manual_with_its_unit()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "OpsAutomation.sln")))
            folder = folder.Parent;
        var manual = File.ReadAllText(Path.Combine(folder.FullName, "docs", "operations.md"));

        foreach (var instrument in Instruments())
            manual.ShouldContain($"| `{instrument.Name}` | `{instrument.Unit}` |");
    }

    private static IEnumerable<Instrument> Instruments() => typeof(OpsMetrics).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (Instrument)property.GetValue(null)!);
}
