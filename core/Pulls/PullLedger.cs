using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Pulls;

/// <summary>Which files were pulled, so that each is once.</summary>
internal sealed class PullLedger(IStateStore state, TimeProvider time)
{
    /// <summary>What is known of every file of a kind of place, by id.</summary>
    public async Task<Dictionary<string, PullRecord>> ListAsync(EngagementId engagement, string kind, CancellationToken cancellationToken)
    {
        var records = new Dictionary<string, PullRecord>(StringComparer.Ordinal);
        await foreach (var entry in state.ListAsync(engagement, PullRecord.Collection, kind + "/", cancellationToken).ConfigureAwait(false))
            records.Add(entry.Key.Id, Read(entry));
        return records;
    }

    /// <summary>What is known of a file, with its place in state to change it.</summary>
    public async Task<(PullRecord Record, StateEntry Entry)?> FindAsync(EngagementId engagement, PullItem item, CancellationToken cancellationToken) =>
        await state.FindAsync(engagement, KeyOf(item), cancellationToken).ConfigureAwait(false) is { } entry ? (Read(entry), entry) : null;

    /// <summary>Notes that a version was pulled, or left for good where it has no job. Another run that noted it first has done the same.</summary>
    public async Task NoteAsync(EngagementId engagement, PullItem item, StateEntry? known, string? job, CancellationToken cancellationToken)
    {
        var record = new PullRecord { Version = item.Version, Key = job, ContentHash = item.ContentHash, At = time.GetUtcNow().ToInstant().ToUnixTimeMilliseconds() };
        var json = JsonSerializer.Serialize(record, PullJson.Default.PullRecord);
        try
        {
            await state.CommitAsync(engagement, [known is null ? StateChange.Insert(KeyOf(item), json) : StateChange.Replace(known, json)], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException)
        {
            // Both enqueued the same key, which is done once.
        }
    }

    private static StateKey KeyOf(PullItem item) => new(PullRecord.Collection, item.Id);

    private static PullRecord Read(StateEntry entry) =>
        JsonSerializer.Deserialize(entry.Value, PullJson.Default.PullRecord) ?? throw new InvalidDataException("The record of a pull is empty.");
}
