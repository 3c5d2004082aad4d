using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

public sealed class WebhookBodiesTests
{
    private readonly WebhookWorld world = new();

    [Theory]
    [InlineData(2, true)]
    [InlineData(32 * 1024, true)]
    [InlineData((32 * 1024) + 1, false)]
    [InlineData(1024 * 1024, false)]
    public async Task A_short_body_is_a_record_and_a_long_one_a_blob(int length, bool isRecord)
    {
        var body = Of(length);

        (await world.PostSignedAsync(body)).Status.ShouldBe(202);

        var delivery = (await world.DeliveriesAsync()).ShouldHaveSingleItem();
        (await world.BodyAsync(delivery)).ShouldBe(body);
        BlobName.Check(delivery.Path);
        world.Blobs.Paths(WebhookWorld.Lumen).ShouldBe(isRecord ? [] : [delivery.Path]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100_000)]
    public async Task A_body_of_an_id_that_comes_again_is_not_replaced(int length)
    {
        await world.PostSignedAsync(Of(length));
        await world.PostSignedAsync(Of(length + 1));

        (await world.BodyAsync((await world.DeliveriesAsync()).ShouldHaveSingleItem())).ShouldBe(Of(length));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100_000)]
    public async Task A_body_that_was_removed_is_gone_and_can_be_removed_again(int length)
    {
        await world.PostSignedAsync(Of(length));
        var delivery = (await world.DeliveriesAsync()).ShouldHaveSingleItem();
        var bodies = new WebhookBodies(world.Blobs, world.State);

        await bodies.RemoveAsync(WebhookWorld.Lumen, delivery);
        await bodies.RemoveAsync(WebhookWorld.Lumen, delivery);

        (await world.BodyAsync(delivery)).ShouldBeNull();
        world.Blobs.Paths(WebhookWorld.Lumen).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_short_body_that_an_older_version_kept_as_a_blob_is_found()
    {
        await world.PostSignedAsync("{}");
        var delivery = (await world.DeliveriesAsync()).ShouldHaveSingleItem();
        await new WebhookBodies(world.Blobs, world.State).RemoveAsync(WebhookWorld.Lumen, delivery);
        await world.Blobs.WriteAsync(WebhookWorld.Lumen, delivery.Path, (stream, token) => stream.WriteAsync("{ }"u8.ToArray(), token).AsTask());

        (await world.BodyAsync(delivery)).ShouldBe("{ }");
    }

    [Fact]
    public async Task A_body_that_an_older_version_kept_by_its_delivery_alone_is_found_listed_and_removed()
    {
        await world.PostSignedAsync("{}");
        var delivery = (await world.DeliveriesAsync()).ShouldHaveSingleItem();
        var bodies = new WebhookBodies(world.Blobs, world.State);
        await bodies.RemoveAsync(WebhookWorld.Lumen, delivery);
        var older = new StateKey("webhook-bodies", delivery.Id);
        await world.State.CommitAsync(WebhookWorld.Lumen, [StateChange.Put(older, $"\"{Convert.ToBase64String("{}"u8)}\"")]);

        (await world.BodyAsync(delivery)).ShouldBe("{}");
        (await bodies.IdsAsync(WebhookWorld.Lumen, CancellationToken.None)).ShouldBe([delivery.Id]);
        await bodies.RemoveAsync(WebhookWorld.Lumen, delivery);

        (await world.State.FindAsync(WebhookWorld.Lumen, older)).ShouldBeNull();
    }

    [Fact]
    public async Task Bodies_lie_in_the_order_of_their_time_and_are_listed_by_their_deliveries()
    {
        await world.PostSignedAsync(Of(2));

        var delivery = (await world.DeliveriesAsync()).ShouldHaveSingleItem();

        var body = new StateKey("webhook-bodies", $"@{delivery.Received.ToUnixTimeMilliseconds()}/{delivery.Id}");
        (await world.State.FindAsync(WebhookWorld.Lumen, body)).ShouldNotBeNull();
        (await new WebhookBodies(world.Blobs, world.State).IdsAsync(WebhookWorld.Lumen, CancellationToken.None)).ShouldBe([delivery.Id]);
    }

    private static string Of(int length) => "{" + new string(' ', length - 2) + "}";
}
