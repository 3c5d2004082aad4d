using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Digests;

/// <summary>The records of digests in state: what was approved and sent, and who is paused.</summary>
public sealed class DigestLedger(IStateStore state)
{
    private const string Records = "digests";
    private const string Pauses = "digest-pauses";

    /// <summary>The record of a recipient and week, or null.</summary>
    public async Task<DigestRecord?> FindAsync(EngagementId engagement, string recipient, DateInterval period, CancellationToken cancellationToken = default) =>
        (await ReadAsync(engagement, recipient, period, cancellationToken))?.Record;

    /// <summary>What is known of a due digest, and whether nothing of it is to leave any more: it was sent, or its reader is paused or wants none.</summary>
    internal async Task<(DigestRecord? Record, bool IsSettled)> FindAsync(Engagement engagement, DueDigest due, CancellationToken cancellationToken)
    {
        var record = await FindAsync(engagement.Id, due.Recipient.Id, due.Period, cancellationToken);
        if (record is { LastSent: not null, Unfinished: null })
            return (record, true);
        var pause = await FindPauseAsync(engagement.Id, due.Recipient.Id, cancellationToken);
        // Who asked for nothing more gets nothing, also of what waited when the link was followed.
        return (record, pause is { IsUnsubscription: true } || pause?.Holds(due.Day) == true);
    }

    /// <summary>The records of a recipient, or of every one, the oldest week of each first.</summary>
    public async Task<IReadOnlyList<DigestRecord>> ListAsync(EngagementId engagement, string? recipient = null, CancellationToken cancellationToken = default)
    {
        List<DigestRecord> records = [];
        await foreach (var entry in state.ListAsync(engagement, Records, recipient is null ? "" : recipient + "/", cancellationToken))
            records.Add(DigestJson.Record(entry.Value));
        return records;
    }

    /// <summary>The pause of a recipient, or null.</summary>
    public async Task<DigestPause?> FindPauseAsync(EngagementId engagement, string recipient, CancellationToken cancellationToken = default) =>
        await state.FindAsync(engagement, new(Pauses, recipient), cancellationToken) is { } entry ? DigestJson.Pause(entry.Value) : null;

    /// <summary>Keeps a pause in the stead of a former one.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="pause">The pause.</param>
    /// <param name="line">The line of the audit record that goes with it; null for none.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task PutAsync(EngagementId engagement, DigestPause pause, StateChange? line = null, CancellationToken cancellationToken = default)
    {
        var change = StateChange.Put(new(Pauses, pause.Recipient), DigestJson.Write(pause));
        return state.CommitAsync(engagement, line is null ? [change] : [change, line], cancellationToken);
    }

    /// <summary>Ends a pause; one that is not there is no error.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="recipient">The id of the recipient.</param>
    /// <param name="line">The line of the audit record that goes with it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task RemovePauseAsync(EngagementId engagement, string recipient, StateChange line, CancellationToken cancellationToken = default)
    {
        var key = new StateKey(Pauses, recipient);
        if (await state.FindAsync(engagement, key, cancellationToken) is not null)
            await state.CommitAsync(engagement, [StateChange.Remove(key), line], cancellationToken);
    }

    internal async Task<(DigestRecord Record, StateEntry Entry)?> ReadAsync(EngagementId engagement, string recipient, DateInterval period, CancellationToken cancellationToken) =>
        await state.FindAsync(engagement, Key(recipient, period.Start), cancellationToken) is { } entry ? (DigestJson.Record(entry.Value), entry) : null;

    /// <summary>Writes a record that must be as it was read.</summary>
    /// <exception cref="OpsException">Retriable: another run changed it.</exception>
    internal async Task<(DigestRecord Record, StateEntry Entry)> WriteAsync(
        EngagementId engagement, DigestRecord record, StateEntry? read, CancellationToken cancellationToken, StateChange? line = null)
    {
        var key = Key(record.Recipient, record.Week);
        try
        {
            var json = DigestJson.Write(record);
            var change = read is null ? StateChange.Insert(key, json) : StateChange.Replace(read, json);
            await state.CommitAsync(engagement, line is null ? [change] : [change, line], cancellationToken);
        }
        catch (StateConflictException conflict)
        {
            throw OpsException.Retriable(
                "Another run is working on the same digest. Nothing was sent twice: ask again in a moment.",
                "Une autre exécution traite le même point hebdomadaire. Rien n'est parti deux fois\u00a0: relancez dans un instant.",
                conflict);
        }

        var entry = await state.FindAsync(engagement, key, cancellationToken);
        return (record, entry!);
    }

    private static StateKey Key(string recipient, LocalDate monday) => new(Records, $"{recipient}/{NodaTime.Text.LocalDatePattern.Iso.Format(monday)}");
}
