using Moq;
using OpsAutomation.FunctionsRuntime.Queues;
using OpsAutomation.Queues;
using OpsAutomation.Testing;

namespace OpsAutomation.FunctionsRuntime.Tests.Queues;

public sealed class MessageLeaseTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(20);
    private readonly Mock<IQueueStorage> storage = new();
    private readonly QueuedMessage message = new("1", "text", 1, "0");
    private readonly ManualTime time = new();

    [Fact]
    public async Task A_message_is_renewed_for_as_long_as_its_function_runs_and_the_last_receipt_counts()
    {
        var renewals = new SemaphoreSlim(0);
        var count = 0;
        storage.Setup(queue => queue.HideAsync("work", It.IsAny<QueuedMessage>(), Lease, It.IsAny<CancellationToken>()))
            .Callback(() => renewals.Release())
            .ReturnsAsync((string _, QueuedMessage held, TimeSpan _, CancellationToken _) => held with { Receipt = $"{++count}" });
        using var lease = new MessageLease(storage.Object, "work", message, Lease, time);

        lease.Keep();
        for (var i = 0; i < 3; i++)
            await renewals.WaitAsync();
        var held = await lease.EndAsync();

        held!.Receipt.ShouldBe($"{count}");
        count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_message_that_was_lost_is_not_renewed_again()
    {
        var asked = new TaskCompletionSource();
        storage.Setup(queue => queue.HideAsync("work", message, Lease, It.IsAny<CancellationToken>())).Callback(asked.SetResult).ReturnsAsync((QueuedMessage?)null);
        using var lease = new MessageLease(storage.Object, "work", message, Lease, time);

        lease.Keep();
        await asked.Task;

        (await lease.EndAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_storage_that_fails_for_a_moment_is_asked_again()
    {
        var renewed = new TaskCompletionSource();
        storage.SetupSequence(queue => queue.HideAsync("work", message, Lease, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new IOException("for a moment"))
            .ReturnsAsync(() =>
            {
                renewed.SetResult();
                return null;
            });
        using var lease = new MessageLease(storage.Object, "work", message, Lease, time);

        lease.Keep();

        await renewed.Task;
        await lease.EndAsync();
    }
}
