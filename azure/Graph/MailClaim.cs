using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// A key in the hands of one sender. Each step is written over the version that was read, so that a sender whose lease ended while it
/// slept finds out before it does harm.
/// </summary>
internal sealed class MailClaim(IStateStore state, TimeProvider clock, TimeSpan lease, EngagementId engagement, StateKey key)
{
    private StateEntry? entry;
    private MailRecord? current;

    /// <summary>The record as it is.</summary>
    public MailRecord Record => current ?? throw new InvalidOperationException("The key was not taken.");

    /// <summary>Whether nobody had the key before: then there is no draft of it.</summary>
    public bool IsFirst => Record.Turn == 1;

    /// <summary>Whether there is nothing more to be done, or nothing that a sender may do.</summary>
    public bool IsOver => Record.Stage is MailStage.Sent or MailStage.Lost;

    public async Task TakeAsync(MailRecord fresh, CancellationToken cancellationToken)
    {
        entry = await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false);
        if (entry is null)
        {
            await WriteAsync(fresh with { Turn = 1 }, cancellationToken).ConfigureAwait(false);
            return;
        }

        current = MailJson.Read(entry.Value);
        if (IsOver)
            return;
        if (current.LeasedUntil > clock.GetUtcNow())
            throw Busy(null);
        await WriteAsync(current with { Turn = current.Turn + 1 }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records a step, and keeps the key for another while.</summary>
    /// <exception cref="OpsException">Retriable: another sender took over.</exception>
    public Task SaveAsync(MailRecord record, CancellationToken cancellationToken) => WriteAsync(record, cancellationToken);

    /// <summary>Lets others have the key at once. Where that fails the lease ends by itself.</summary>
    public async Task ReleaseAsync()
    {
        if (IsOver)
            return;
        try
        {
            await state.CommitAsync(engagement, [StateChange.Replace(entry!, MailJson.Write(Record with { LeasedUntil = null }))], CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The failure that ended the work is the one to tell.
        }
    }

    private async Task WriteAsync(MailRecord record, CancellationToken cancellationToken)
    {
        var isOver = record.Stage is MailStage.Sent or MailStage.Lost;
        record = record with { LeasedUntil = isOver ? null : clock.GetUtcNow() + lease };
        var json = MailJson.Write(record);
        try
        {
            await state.CommitAsync(engagement, [entry is null ? StateChange.Insert(key, json) : StateChange.Replace(entry, json)], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException conflict)
        {
            throw Busy(conflict);
        }

        // The version is read back; where another sender came between, it is not ours any more.
        current = record;
        entry = await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false);
        if (entry?.Value != json)
            throw Busy(null);
    }

    private static OpsException Busy(Exception? inner) => OpsException.Retriable(
        "Another run is sending this mail. Nothing was sent twice: it is looked at again by itself.",
        "Une autre exécution envoie ce courriel. Rien n'est parti deux fois\u00a0: il est examiné de nouveau de lui-même.",
        inner);
}
