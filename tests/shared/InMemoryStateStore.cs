using System.Globalization;
using System.Runtime.CompilerServices;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Testing;

/// <summary>State in memory, with ETags and all-or-none commits. A test can make any operation fail, or slip a change in before a commit.</summary>
public sealed class InMemoryStateStore : IStateStore
{
    private readonly Dictionary<(EngagementId, StateKey), StateEntry> entries = [];
    private readonly Lock gate = new();
    private int operations;
    private int tags;

    /// <summary>Asked before every operation, with its number from 1: an exception to throw, or null.</summary>
    public Func<int, string, Exception?>? Fault { get; set; }

    /// <summary>Runs before the next commit only, once.</summary>
    public Func<Task>? BeforeNextCommit { get; set; }

    /// <summary>How many operations were asked for.</summary>
    public int Operations => operations;

    /// <summary>Every record of an engagement, in the order of collections and ids.</summary>
    public IReadOnlyList<StateEntry> All(EngagementId engagement)
    {
        lock (gate)
        {
            return [.. entries.Where(pair => pair.Key.Item1 == engagement).Select(pair => pair.Value)
                .OrderBy(entry => entry.Key.Collection, StringComparer.Ordinal).ThenBy(entry => entry.Key.Id, StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    public Task<StateEntry?> FindAsync(EngagementId engagement, StateKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Step($"find {key.Collection}/{key.Id}");
        lock (gate)
            return Task.FromResult(entries.GetValueOrDefault((engagement, key)));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StateEntry> ListAsync(
        EngagementId engagement, string collection, string idPrefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Step($"list {collection}");
        List<StateEntry> found;
        lock (gate)
        {
            found = [.. entries
                .Where(pair => pair.Key.Item1 == engagement && pair.Key.Item2.Collection == collection
                    && pair.Key.Item2.Id.StartsWith(idPrefix, StringComparison.Ordinal))
                .Select(pair => pair.Value)
                .OrderBy(entry => entry.Key.Id, StringComparer.Ordinal)];
        }

        foreach (var entry in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task CommitAsync(EngagementId engagement, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (changes.Count is < 1 or > 100)
            throw new ArgumentOutOfRangeException(nameof(changes), "A commit holds 1 to 100 changes.");
        if (BeforeNextCommit is { } slip)
        {
            BeforeNextCommit = null;
            await slip();
        }

        Step("commit");
        lock (gate)
        {
            foreach (var change in changes)
            {
                var found = entries.GetValueOrDefault((engagement, change.Key));
                if (change.ETag != "*" && found?.ETag != change.ETag)
                    throw new StateConflictException(change.Key);
            }

            foreach (var change in changes)
            {
                if (change.Value is null)
                    entries.Remove((engagement, change.Key));
                else
                    entries[(engagement, change.Key)] = new(change.Key, change.Value, (++tags).ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private void Step(string what)
    {
        var number = Interlocked.Increment(ref operations);
        if (Fault?.Invoke(number, what) is { } exception)
            throw exception;
    }
}
