using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Testing;

/// <summary>Blobs in memory. A test can count the operations and make any of them fail.</summary>
public sealed class InMemoryBlobStore : IBlobStore
{
    private readonly ConcurrentDictionary<(EngagementId, string), (byte[] Content, Instant Modified)> blobs = new();
    private int operations;

    /// <summary>Asked before every operation and after the content of a write was produced, with its number from 1: an exception to throw, or null.</summary>
    public Func<int, string, Exception?>? Fault { get; set; }

    /// <summary>The time that blobs written from now on carry.</summary>
    public Instant Now { get; set; } = Instant.FromUtc(2026, 1, 5, 8, 0);

    /// <summary>How many operations were asked for.</summary>
    public int Operations => operations;

    /// <summary>The paths of an engagement, in ordinal order.</summary>
    public IReadOnlyList<string> Paths(EngagementId engagement) =>
        [.. blobs.Keys.Where(key => key.Item1 == engagement).Select(key => key.Item2).Order(StringComparer.Ordinal)];

    /// <summary>The content of a blob.</summary>
    public byte[] this[EngagementId engagement, string path]
    {
        get => blobs[(engagement, path)].Content;
        set => blobs[(engagement, path)] = (value, Now);
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Step($"read {path}");
        return Task.FromResult<Stream?>(blobs.TryGetValue((engagement, path), out var blob) ? new MemoryStream(blob.Content, writable: false) : null);
    }

    /// <inheritdoc/>
    public async Task WriteAsync(EngagementId engagement, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Step($"write {path}");
        using var stream = new MemoryStream();
        await write(stream, cancellationToken);
        Step($"complete {path}");
        cancellationToken.ThrowIfCancellationRequested();
        blobs[(engagement, path)] = (stream.ToArray(), Now);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        EngagementId engagement, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Step($"list {prefix}");
        var found = blobs
            .Where(pair => pair.Key.Item1 == engagement && pair.Key.Item2.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(pair => pair.Key.Item2, StringComparer.Ordinal)
            .Select(pair => new BlobEntry(pair.Key.Item2, pair.Value.Content.Length, pair.Value.Modified))
            .ToList();
        foreach (var entry in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Step($"delete {path}");
        blobs.TryRemove((engagement, path), out _);
        return Task.CompletedTask;
    }

    private void Step(string what)
    {
        var number = Interlocked.Increment(ref operations);
        if (Fault?.Invoke(number, what) is { } exception)
            throw exception;
    }
}
