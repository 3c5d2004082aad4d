namespace OpsAutomation.Queues;

/// <summary>
/// Queues with the semantics of Azure Queue Storage: at least once, a received message is hidden for a time and comes back unless it is deleted.
/// A queue is there once something was added to it; an unknown one is an empty one. Messages do not expire.
/// </summary>
public interface IQueueStorage
{
    /// <summary>Raised with the queue's name when this process added a message that is visible at once.</summary>
#pragma warning disable MA0046 // The name is all there is to say: an EventArgs class for it would say no more.
    event EventHandler<string>? Added;
#pragma warning restore MA0046

    /// <summary>Adds a message, hidden for <paramref name="delay"/>.</summary>
    /// <exception cref="ArgumentException">The queue's name is not one, or the text is over 64 KiB in UTF-8.</exception>
    Task AddAsync(string queue, string text, TimeSpan delay = default, CancellationToken cancellationToken = default);

    /// <summary>Receives up to <paramref name="count"/> (1 to 32) visible messages and hides them for <paramref name="lease"/>.</summary>
    Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int count, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Hides a held message for another <paramref name="hidden"/> from now; gives its new form, or null where it is no longer held.</summary>
    Task<QueuedMessage?> HideAsync(string queue, QueuedMessage message, TimeSpan hidden, CancellationToken cancellationToken = default);

    /// <summary>Deletes a held message; false where it is no longer held.</summary>
    Task<bool> DeleteAsync(string queue, QueuedMessage message, CancellationToken cancellationToken = default);

    /// <summary>About how many messages the queue has, hidden ones included.</summary>
    Task<int> CountAsync(string queue, CancellationToken cancellationToken = default);
}
