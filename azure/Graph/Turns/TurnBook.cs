using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Graph.Turns;

/// <summary>
/// The record of one mailbox in state, which all instances write over the version that they read. Of one process one writes at a time, so that
/// only instances are in each other's way.
/// </summary>
internal sealed class TurnBook(IStateStore state, GraphOptions options, TimeProvider clock, string mailbox) : IDisposable
{
    private const string Collection = "mailbox-turns";

    // Each attempt that fails is another instance's that succeeded.
    private const int Attempts = 20;

    private readonly StateKey key = new(Collection, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mailbox.ToLowerInvariant()))));
    private readonly SemaphoreSlim writing = new(1);

    /// <summary>The rest of a lease that a request needs: its time-out, and what clocks may differ by.</summary>
    public TimeSpan Needed { get; } = TimeSpan.FromSeconds(options.TimeoutSeconds + 5);

    private TimeSpan Lease => Needed + Needed;

    /// <summary>Takes a turn, or takes it for longer.</summary>
    /// <param name="id">Whose it is to be.</param>
    /// <param name="sends">Whether a message may leave in it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<TurnAnswer> TakeAsync(string id, bool sends, CancellationToken cancellationToken)
    {
        TurnAnswer answer = default;
        await ChangeAsync(
            (record, now) =>
            {
                var isOurs = record.Slots.Any(slot => slot.Id == id);
                var wait = sends && !isOurs ? record.UntilRoomToSend(now, options.MailPerMinute) : TimeSpan.Zero;
                if (wait != TimeSpan.Zero || (!isOurs && record.Slots.Count >= options.RequestsAtOnce))
                {
                    answer = new(null, wait == TimeSpan.Zero ? null : wait, record.PausedUntil);
                    return null;
                }

                answer = new(now + Lease, null, record.PausedUntil);
                return record.With(new(id, now + Lease, sends));
            },
            cancellationToken).ConfigureAwait(false);
        return answer;
    }

    /// <summary>Gives a turn back.</summary>
    /// <param name="id">Whose it was.</param>
    /// <param name="hasSent">Whether a message left in it, or may have.</param>
    /// <param name="pausedUntil">Until when the mailbox asked not to be asked; null where it did not.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task GiveBackAsync(string id, bool hasSent, DateTimeOffset? pausedUntil, CancellationToken cancellationToken) =>
        ChangeAsync((record, now) => record.Without(id, hasSent ? now : null, pausedUntil > now ? pausedUntil : null), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => writing.Dispose();

    // A change whose answer was lost is done again: it names whose turn it is about, so that twice is as once.
    private async Task ChangeAsync(Func<TurnRecord, DateTimeOffset, TurnRecord?> change, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var entry = await state.FindAsync(EngagementId.App, key, cancellationToken).ConfigureAwait(false);
                var now = clock.GetUtcNow();
                if (change((entry is null ? new TurnRecord() : TurnJson.Read(entry.Value)).At(now), now) is not { } record)
                    return;
                var json = TurnJson.Write(record);
                try
                {
                    await state.CommitAsync(EngagementId.App, [entry is null ? StateChange.Insert(key, json) : StateChange.Replace(entry, json)], cancellationToken).ConfigureAwait(false);
                    return;
                }
                catch (StateConflictException) when (attempt < Attempts)
                {
                    // Another instance was faster: look at what it left.
                }
                catch (StateConflictException conflict)
                {
                    throw MailboxBusy.Of(null, conflict);
                }
            }
        }
        finally
        {
            writing.Release();
        }
    }
}
