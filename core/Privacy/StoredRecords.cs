using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Privacy;

/// <summary>Removes many records at once.</summary>
internal static class StoredRecords
{
    private const int MostAtOnce = 100;

    /// <summary>Removes the records of a collection whose ids begin with a text.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> RemoveAllAsync(this IStateStore state, EngagementId engagement, string collection, string prefix, CancellationToken cancellationToken)
    {
        var keys = new List<StateKey>();
        await foreach (var entry in state.ListAsync(engagement, collection, prefix, cancellationToken).ConfigureAwait(false))
            keys.Add(entry.Key);
        foreach (var part in keys.Chunk(MostAtOnce))
            await state.CommitAsync(engagement, [.. part.Select(StateChange.Remove)], cancellationToken).ConfigureAwait(false);
        return keys.Count;
    }
}
