using System.Runtime.CompilerServices;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Pulls;

/// <summary>What is wrong with the sources of an engagement.</summary>
public sealed class SourceStatuses(IStateStore state)
{
    private const string Collection = "pull-sources";
    private const int Attempts = 20;

    /// <summary>The sources with something to say, in the order of their ids. One that is no longer in the engagement's file may be among them.</summary>
    public async IAsyncEnumerable<SourceStatus> ListAsync(EngagementId engagement, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken).ConfigureAwait(false))
            yield return Read(entry);
    }

    /// <summary>One source; an empty status where it works.</summary>
    public async Task<SourceStatus> FindAsync(EngagementId engagement, string source, CancellationToken cancellationToken = default) =>
        await state.FindAsync(engagement, KeyOf(source), cancellationToken).ConfigureAwait(false) is { } entry ? Read(entry) : new() { Source = source };

    /// <summary>Changes a status as it is at that moment, and gives what it became.</summary>
    internal async Task<SourceStatus> ChangeAsync(
        EngagementId engagement, string source, Func<SourceStatus, SourceStatus> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var entry = await state.FindAsync(engagement, KeyOf(source), cancellationToken).ConfigureAwait(false);
            var known = entry is null ? new() { Source = source } : Read(entry);
            var changed = change(known);
            if (changed == known)
                return known;
            try
            {
                var json = changed.IsEmpty ? null : JsonSerializer.Serialize(changed, PullJson.Default.SourceStatus);
                if (entry is not null || json is not null)
                    await state.CommitAsync(engagement, [new StateChange(KeyOf(source), json, entry?.ETag)], cancellationToken).ConfigureAwait(false);
                return changed;
            }
            catch (StateConflictException) when (attempt < Attempts)
            {
                // Another run says the same or better: look again.
            }
        }
    }

    // Ids of sources are free text of any length; a key is not.
    private static StateKey KeyOf(string source) => new(Collection, source.Length <= 128 ? source.ToLowerInvariant() : PullKey.Of(source.ToLowerInvariant()));

    private static SourceStatus Read(StateEntry entry) =>
        (JsonSerializer.Deserialize(entry.Value, PullJson.Default.SourceStatus) ?? throw new InvalidDataException("The status of a source is empty.")) with { Source = entry.Key.Id };
}
