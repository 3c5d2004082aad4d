using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Jobs;

/// <summary>Counts effects over all ports and makes the process die before or after one of them; from then on all goes well.</summary>
internal sealed class Crashes
{
    private int effects;

    /// <summary>How many effects there were.</summary>
    public int Effects => effects;

    /// <summary>The number of the effect, from 1, at which to die; 0 for none.</summary>
    public int At { get; set; }

    /// <summary>More of them.</summary>
    public IReadOnlySet<int> AlsoAt { get; set; } = new HashSet<int>();

    /// <summary>Whether that effect has taken place.</summary>
    public bool After { get; set; }

    /// <summary>Called when the process dies: a test can end all that it still does.</summary>
    public Action? Died { get; set; }

    public IStateStore Over(IStateStore inner) => new State(inner, this);

    public IBlobStore Over(IBlobStore inner) => new Blobs(inner, this);

    public IJobQueue Over(IJobQueue inner) => new Queue(inner, this);

    public IMailer Over(IMailer inner) => new Mailer(inner, this);

    public IEventSink Over(IEventSink inner) => new Events(inner, this);

    public IMailbox Over(IMailbox inner) => new Boxes(inner, this);

    private async Task<T> EffectAsync<T>(Func<Task<T>> effect)
    {
        var number = Interlocked.Increment(ref effects);
        var dies = number == At || AlsoAt.Contains(number);
        if (dies && !After)
            throw Death();
        var result = await effect();
        return dies ? throw Death() : result;
    }

    private CrashException Death()
    {
        Died?.Invoke();
        return new();
    }

    private Task EffectAsync(Func<Task> effect) => EffectAsync(async () =>
    {
        await effect();
        return true;
    });

    private sealed class State(IStateStore inner, Crashes crashes) : IStateStore
    {
        public Task<StateEntry?> FindAsync(EngagementId engagement, StateKey key, CancellationToken cancellationToken = default) =>
            inner.FindAsync(engagement, key, cancellationToken);

        public IAsyncEnumerable<StateEntry> ListAsync(EngagementId engagement, string collection, string idPrefix = "", CancellationToken cancellationToken = default) =>
            inner.ListAsync(engagement, collection, idPrefix, cancellationToken);

        public Task CommitAsync(EngagementId engagement, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken = default) =>
            crashes.EffectAsync(() => inner.CommitAsync(engagement, changes, cancellationToken));
    }

    private sealed class Blobs(IBlobStore inner, Crashes crashes) : IBlobStore
    {
        public Task<Stream?> OpenReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default) =>
            inner.OpenReadAsync(engagement, path, cancellationToken);

        public Task WriteAsync(EngagementId engagement, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default) =>
            crashes.EffectAsync(() => inner.WriteAsync(engagement, path, write, cancellationToken));

        public IAsyncEnumerable<BlobEntry> ListAsync(EngagementId engagement, string prefix, CancellationToken cancellationToken = default) =>
            inner.ListAsync(engagement, prefix, cancellationToken);

        public Task DeleteAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default) =>
            crashes.EffectAsync(() => inner.DeleteAsync(engagement, path, cancellationToken));
    }

    private sealed class Queue(IJobQueue inner, Crashes crashes) : IJobQueue
    {
        public Task SendAsync(string queue, string message, TimeSpan delay = default, CancellationToken cancellationToken = default) =>
            crashes.EffectAsync(() => inner.SendAsync(queue, message, delay, cancellationToken));
    }

    private sealed class Mailer(IMailer inner, Crashes crashes) : IMailer
    {
        public Task<string> SendAsync(EngagementId engagement, string key, MailMessage message, CancellationToken cancellationToken = default) =>
            crashes.EffectAsync(() => inner.SendAsync(engagement, key, message, cancellationToken));
    }

    private sealed class Events(IEventSink inner, Crashes crashes) : IEventSink
    {
        public Task PublishAsync(
            EngagementId engagement, string type, string subject, string idempotencyKey, string data, Instant occurred, CancellationToken cancellationToken = default) =>
            crashes.EffectAsync(() => inner.PublishAsync(engagement, type, subject, idempotencyKey, data, occurred, cancellationToken));
    }

    private sealed class Boxes(IMailbox inner, Crashes crashes) : IMailbox
    {
        public Task<IReadOnlyList<MailboxMessage>> ListAsync(EngagementId engagement, MailboxOrigin place, CancellationToken cancellationToken = default) =>
            inner.ListAsync(engagement, place, cancellationToken);

        public Task<IReadOnlyList<MailboxAttachment>> ListAttachmentsAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default) =>
            inner.ListAttachmentsAsync(engagement, place, message, cancellationToken);

        public Task<Stream?> OpenAttachmentAsync(EngagementId engagement, MailboxOrigin place, string message, string attachment, CancellationToken cancellationToken = default) =>
            inner.OpenAttachmentAsync(engagement, place, message, attachment, cancellationToken);

        public Task MoveAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default) =>
            crashes.EffectAsync(() => inner.MoveAsync(engagement, place, message, cancellationToken));
    }
}
