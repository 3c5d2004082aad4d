using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Jobs;

/// <summary>The same message three times at once, as a host may deliver it; each is tried again where another came first.</summary>
public sealed class ConcurrencyTests
{
    private readonly JobWorld world = new JobWorld().WithLumen("documents:\n  kinds: [sop-incident, status-30-60-90]\n  approval: none\n" + JobWorld.Recipient());

    [Fact]
    public async Task An_export_that_comes_three_times_at_once_is_imported_once()
    {
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());

        await AtOnceAsync(JobQueues.Exports);

        var facts = await new FactStore(world.Blobs, world.State).OpenAsync(JobWorld.Lumen);
        facts.Imports.ShouldHaveSingleItem().Facts.Sum(count => count.Accepted).ShouldBe(3);
        world.Events.Of("export.ingested").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_whole_day_with_every_message_three_times_at_once_publishes_and_sends_once()
    {
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());
        await AtOnceAsync(JobQueues.Exports);
        await AtOnceAsync(JobQueues.Kpis);
        await AtOnceAsync(JobQueues.Documents);
        await AtOnceAsync(JobQueues.Documents);
        await Task.WhenAll(world.SendDueDigests.RunAsync(), world.SendDueDigests.RunAsync());
        await AtOnceAsync(JobQueues.Digests);
        await world.DrainAsync();

        world.Mailer.Delivered.ShouldHaveSingleItem();
        world.Events.Of("digest.sent").Count.ShouldBe(1);
        world.Events.Of("kpi.off-target").Count.ShouldBe(1);
        world.Events.Of("document.published").Count.ShouldBe(2);
        await foreach (var entry in world.State.ListAsync(JobWorld.Lumen, "documents"))
            entry.Value.ShouldContain("\"version\":1");
        await foreach (var letter in world.Box.ListAsync(JobWorld.Lumen))
            letter.ShouldBeNull();
    }

    [Fact]
    public async Task Different_exports_at_once_are_all_imported()
    {
        for (var i = 1; i <= 4; i++)
            await world.UploadAsync($"hubspot-deals-{i}.csv", JobWorld.Deals(1000 * i));
        var messages = world.Queue.Take(JobQueues.Exports);

        await Task.WhenAll(messages.Select(message => RetryAsync(JobQueues.Exports, message)));

        (await new FactStore(world.Blobs, world.State).OpenAsync(JobWorld.Lumen)).Imports.Count.ShouldBe(4);
        world.Events.Of("export.ingested").Count.ShouldBe(4);
    }

    [Fact]
    public async Task Two_dispatchers_at_once_make_duplicates_at_most_and_they_do_no_harm()
    {
        world.WithLumen(JobWorld.Recipient(), id: "nord");
        await Task.WhenAll(world.RefreshKpis.RunAsync(), world.RefreshKpis.RunAsync(), world.SendDueDigests.RunAsync(), world.SendDueDigests.RunAsync());
        world.Queue.Sent.Count.ShouldBeInRange(4, 8);

        await world.DrainAsync();

        world.Mailer.Delivered.Count.ShouldBe(2);
        (await world.RefreshKpis.RunAsync()).Sent.ShouldBe(0);
        (await world.SendDueDigests.RunAsync()).Sent.ShouldBe(0);
    }

    private async Task AtOnceAsync(string queue)
    {
        foreach (var message in world.Queue.Take(queue).Distinct(StringComparer.Ordinal).ToList())
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RetryAsync(queue, message)));
    }

    private async Task RetryAsync(string queue, string message)
    {
        await Task.Yield();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await world.HandleAsync(queue, message);
                return;
            }
            catch (Exception exception) when (attempt < JobWorld.MostAttempts && exception is StateConflictException or OpsException { Kind: FailureKind.Retriable })
            {
                // The host delivers it again.
            }
        }
    }
}
