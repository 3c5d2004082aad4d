using OpsAutomation.Jobs;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

public sealed class WebhookIntakeTests
{
    private readonly WebhookWorld world = new();

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public async Task The_same_id_from_many_sides_at_once_is_one_delivery_with_one_body(int length)
    {
        var body = "{" + new string(' ', length) + "}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => world.PostSignedAsync(body))));

        answers.ShouldAllBe(answer => answer.Status == 202);
        var delivery = (await world.DeliveriesAsync()).ShouldHaveSingleItem();
        (await world.BodyAsync(delivery)).ShouldBe(body);
        // Who finds it waiting enqueues it again, in case the first one was stopped; it is handled once.
        world.Queue.Take(JobQueues.Webhooks).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Different_ids_at_once_are_a_delivery_each_and_enqueued_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => world.PostSignedAsync("{}", id: $"msg_{i}"))));

        var deliveries = await world.DeliveriesAsync();
        deliveries.Count.ShouldBe(50);
        var messages = world.Queue.Take(JobQueues.Webhooks);
        (messages.Count, messages.Distinct(StringComparer.Ordinal).Count()).ShouldBe((50, 50));
    }

    [Fact]
    public async Task An_event_that_comes_again_once_it_is_settled_is_not_enqueued_again()
    {
        await world.PostSignedAsync("{}");
        await world.DrainAsync();
        var sent = world.Queue.Sent.Count;

        (await world.PostSignedAsync("{}")).Status.ShouldBe(202);

        world.Queue.Sent.Count.ShouldBe(sent);
    }
}
