using OpsAutomation.Queues;

namespace OpsAutomation.Conformance;

/// <summary>What every queue storage of the embedded runtime keeps: the same tests run on each.</summary>
public abstract class QueueStorageConformance
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    protected abstract Task<IQueueStorage> OpenAsync();

    /// <summary>A queue name that no other test uses.</summary>
    protected abstract string NewQueue();

    /// <summary>Lets time pass for the storage.</summary>
    protected abstract Task PassAsync(TimeSpan time);

    [Fact]
    public async Task A_message_is_received_as_it_was_added_and_counted()
    {
        var (storage, queue) = (await OpenAsync(), NewQueue());
        await storage.AddAsync(queue, "<été> & 😀");

        var message = (await storage.ReceiveAsync(queue, 32, Long)).ShouldHaveSingleItem();

        message.Text.ShouldBe("<été> & 😀");
        message.DequeueCount.ShouldBe(1);
        (await storage.CountAsync(queue)).ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_queue_is_an_empty_one()
    {
        var (storage, queue) = (await OpenAsync(), NewQueue());

        (await storage.ReceiveAsync(queue, 1, Long)).ShouldBeEmpty();
        (await storage.CountAsync(queue)).ShouldBe(0);
    }

    [Fact]
    public async Task A_received_message_is_hidden_until_its_lease_ends_and_then_counts_once_more()
    {
        var (storage, queue) = (await OpenAsync(), NewQueue());
        await storage.AddAsync(queue, "one");
        var first = (await storage.ReceiveAsync(queue, 1, Lease))[0];

        (await storage.ReceiveAsync(queue, 1, Lease)).ShouldBeEmpty();
        await PassAsync(Lease * 1.5);
        var second = (await storage.ReceiveAsync(queue, 1, Long)).ShouldHaveSingleItem();

        second.Id.ShouldBe(first.Id);
        second.DequeueCount.ShouldBe(2);
    }

    [Fact]
    public async Task Who_lost_a_message_can_neither_delete_nor_hide_it()
    {
        var (storage, queue) = (await OpenAsync(), NewQueue());
        await storage.AddAsync(queue, "one");
        var lost = (await storage.ReceiveAsync(queue, 1, Lease))[0];
        await PassAsync(Lease * 1.5);
        var held = (await storage.ReceiveAsync(queue, 1, Long))[0];

        (await storage.DeleteAsync(queue, lost)).ShouldBeFalse();
        (await storage.HideAsync(queue, lost, TimeSpan.Zero)).ShouldBeNull();
        (await storage.DeleteAsync(queue, held)).ShouldBeTrue();
        (await storage.CountAsync(queue)).ShouldBe(0);
    }

    [Fact]
    public async Task A_renewed_message_stays_hidden_and_is_held_by_its_new_receipt_only()
    {
        var (storage, queue) = (await OpenAsync(), NewQueue());
        await storage.AddAsync(queue, "one");
        var received = (await storage.ReceiveAsync(queue, 1, Lease))[0];
        var renewed = (await storage.HideAsync(queue, received, Long))!;
        await PassAsync(Lease * 1.5);

        (await storage.ReceiveAsync(queue, 1, Long)).ShouldBeEmpty();
        (await storage.DeleteAsync(queue, received)).ShouldBeFalse();
        (await storage.DeleteAsync(queue, renewed)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_message_that_was_given_back_is_there_at_once()
    {
        var (storage, queue) = (await OpenAsync(), NewQueue());
        await storage.AddAsync(queue, "one");
        var received = (await storage.ReceiveAsync(queue, 1, Long))[0];

        await storage.HideAsync(queue, received, TimeSpan.Zero);

        (await storage.ReceiveAsync(queue, 1, Long)).ShouldHaveSingleItem().Text.ShouldBe("one");
    }

    [Fact]
    public async Task A_delayed_message_is_not_seen_before_its_time()
    {
        var (storage, queue) = (await OpenAsync(), NewQueue());
        await storage.AddAsync(queue, "later", Lease);

        (await storage.ReceiveAsync(queue, 1, Long)).ShouldBeEmpty();
        await PassAsync(Lease * 1.5);
        (await storage.ReceiveAsync(queue, 1, Long)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task No_more_messages_come_than_were_asked_for_and_each_to_one_receiver()
    {
        var (storage, queue) = (await OpenAsync(), NewQueue());
        for (var i = 0; i < 5; i++)
            await storage.AddAsync(queue, $"{i}");

        var first = await storage.ReceiveAsync(queue, 3, Long);
        var second = await storage.ReceiveAsync(queue, 3, Long);

        first.Count.ShouldBe(3);
        first.Concat(second).Select(message => message.Text).Order(StringComparer.Ordinal).ShouldBe(["0", "1", "2", "3", "4"]);
    }

    [Theory]
    [InlineData("Exports")]
    [InlineData("ab")]
    [InlineData("a--b")]
    [InlineData("-ab")]
    public async Task A_name_that_the_service_refuses_is_refused(string name)
    {
        var storage = await OpenAsync();

        await Should.ThrowAsync<ArgumentException>(() => storage.AddAsync(name, "one"));
    }

    [Fact]
    public async Task A_text_over_64_KiB_is_refused_and_one_of_64_KiB_is_not()
    {
        var (storage, queue) = (await OpenAsync(), NewQueue());

        await storage.AddAsync(queue, new string('x', 65536));
        await Should.ThrowAsync<ArgumentException>(() => storage.AddAsync(queue, new string('x', 65537)));
    }
}
