using System.Text.Json;
using NodaTime;
using OpsAutomation.Events;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Events;

public sealed class EventOrderTests
{
    private readonly EventWorld world = new("""  - {id: board, url: "https://hooks.example.com/board"}""");

    [Fact]
    public async Task What_comes_later_about_the_same_thing_waits_and_other_things_do_not()
    {
        world.Transport.Answer = number => number <= 3 ? new(500) : new(200);
        await world.PublishAsync(EventTypes.KpiOffTarget, "1", subject: "finance.cash");
        await world.PublishAsync(EventTypes.KpiOnTarget, "2", subject: "finance.cash");
        await world.PublishAsync(EventTypes.KpiOffTarget, "3", subject: "sales.won-amount");
        await world.PublishAsync(EventTypes.MilestoneLate, "4");
        await world.PublishAsync(EventTypes.KpiOffTarget, "5", subject: "finance.cash");
        await world.DrainAsync();

        // The first three posts fail: one of each thing.
        Posted().Take(3).Order(StringComparer.Ordinal).ShouldBe(["kpi.off-target finance.cash", "kpi.off-target sales.won-amount", "milestone.late J30"]);
        Posted().Where(line => line.EndsWith("finance.cash", StringComparison.Ordinal)).ShouldBe(
            ["kpi.off-target finance.cash", "kpi.off-target finance.cash", "kpi.on-target finance.cash", "kpi.off-target finance.cash"]);
        (await world.DeliveriesAsync()).ShouldAllBe(delivery => delivery.State == EventDeliveryState.Delivered);
        (await ChainsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_dead_letter_makes_way_and_what_waited_for_a_day_is_tried_for_the_rest_of_it_at_least_once()
    {
        world.Transport.Answer = _ => new(500);
        await world.PublishAsync(key: "1");
        await world.PublishAsync(EventTypes.MilestoneDone, "2");
        await world.PublishAsync(EventTypes.MilestoneLate, "3");
        var start = world.Time.Now;
        await world.DrainAsync();

        var deliveries = (await world.DeliveriesAsync()).OrderByDescending(delivery => delivery.Attempts).ToList();
        deliveries.ShouldAllBe(delivery => delivery.State == EventDeliveryState.Dead);
        deliveries[0].Attempts.ShouldBe(11);
        deliveries.Skip(1).ShouldAllBe(delivery => delivery.Attempts >= 1 && delivery.Attempts < 6);
        (world.Time.Now - start).ShouldBeLessThanOrEqualTo(Duration.FromHours(24));
        (await ChainsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_signed_or_poisons_the_queue_or_was_removed_makes_way_too()
    {
        await world.Secrets.RemoveAsync(EventWorld.Lumen, SecretName.OfEvents("board"));
        await world.PublishAsync(key: "1");
        var unsigned = world.Queue.Take(JobQueues.Events).Single();
        await world.PublishAsync(key: "2");
        await world.PublishAsync(key: "3");
        await world.PublishAsync(key: "4");
        world.Queue.Take(JobQueues.Events);
        await world.Handler.HandleAsync(unsigned);
        await world.Secrets.RotateAsync(EventWorld.Lumen, SecretName.OfEvents("board"), EventWorld.Secret);

        await world.Poison.ReportAsync(JobQueues.Events + JobQueues.PoisonSuffix, world.Queue.Take(JobQueues.Events).Single());
        await world.State.CommitAsync(EventWorld.Lumen, [StateChange.Remove(new("events", EventStore.IdOf(EventWorld.Lumen, "3")))]);
        await world.DrainAsync();

        (await world.DeliveriesAsync()).Select(delivery => delivery.State).Order().ShouldBe([EventDeliveryState.Delivered, EventDeliveryState.Dead, EventDeliveryState.Dead]);
        world.Transport.Posted.ShouldHaveSingleItem();
        (await ChainsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_attempt_that_another_instance_has_begun_is_not_made_a_second_time()
    {
        EventWorld fresh = null!;
        var during = new List<string>();
        var transport = new FakeTransport();
        fresh = new EventWorld("""  - {id: board, url: "https://hooks.example.com/board"}""", transport);
        await fresh.PublishAsync();
        var message = fresh.Queue.Take(JobQueues.Events).Single();
        transport.Taken = number =>
        {
            if (number > 1)
                return;
            // The same message at another instance, and a later event of the same thing, while the first is being sent.
            fresh.Handler.HandleAsync(message).GetAwaiter().GetResult();
            fresh.PublishAsync(EventTypes.MilestoneDone, "2").GetAwaiter().GetResult();
            during.AddRange(transport.Posted.Select(_ => "post"));
        };
        await fresh.Handler.HandleAsync(message);
        await fresh.DrainAsync();

        during.ShouldHaveSingleItem();
        transport.Posted.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_instance_that_dies_while_it_sends_holds_the_others_up_for_half_a_minute_only()
    {
        world.Transport.Taken = number =>
        {
            if (number == 1)
                throw new Jobs.CrashException();
        };
        var start = world.Time.Now;
        await world.PublishAsync();
        await world.PublishAsync(EventTypes.MilestoneDone, "2");
        await world.DrainAsync();

        world.Transport.Posted.Count.ShouldBe(3);
        (world.Time.Now - start).ShouldBeLessThanOrEqualTo(Duration.FromSeconds(30));
        (await world.DeliveriesAsync()).ShouldAllBe(delivery => delivery.State == EventDeliveryState.Delivered);
    }

    private IEnumerable<string> Posted() => world.Transport.Posted.Select(posted =>
    {
        var json = JsonDocument.Parse(posted.Body).RootElement;
        return $"{json.GetProperty("type").GetString()} {json.GetProperty("subject").GetString()}";
    });

    private async Task<int> ChainsAsync()
    {
        var count = 0;
        await foreach (var _ in world.State.ListAsync(EventWorld.Lumen, "event-chains"))
            count++;
        return count;
    }
}
