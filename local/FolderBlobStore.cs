using System.Runtime.CompilerServices;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local;

/// <summary>
/// Blobs as files: <c>engagements/{id}/blobs/{path}</c> below the home. Templates are also read from <c>engagements/{id}/templates</c>, beside the
/// engagement's file, where people put what they write; one among the blobs comes first.
/// </summary>
public sealed class FolderBlobStore : IBlobStore
{
    private const int BufferSize = 64 * 1024;
    private const string Templates = "templates/";
    private readonly string home;
    private readonly AtomicFile files;

    internal FolderBlobStore(string home, AtomicFile files)
    {
        this.home = home;
        this.files = files;
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var stream = Open(BlobPath.Resolve(RootOf(engagement), path));
        if (stream is null && path.StartsWith(Templates, StringComparison.Ordinal))
            stream = Open(BlobPath.Resolve(FolderOf(engagement), path));
        return Task.FromResult<Stream?>(stream);
    }

    private static FileStream? Open(string file)
    {
        try
        {
            return new(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, file);
        }
    }

    /// <inheritdoc/>
    public Task WriteAsync(
        EngagementId engagement, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default) =>
        files.WriteAsync(BlobPath.Resolve(RootOf(engagement), path), replace: true, write, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        EngagementId engagement, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var entries = Entries(RootOf(engagement), prefix);
        if (prefix.StartsWith(Templates, StringComparison.Ordinal))
            entries = [.. entries.UnionBy(Entries(FolderOf(engagement), prefix), entry => entry.Path, StringComparer.Ordinal).OrderBy(entry => entry.Path, StringComparer.Ordinal)];
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var file = BlobPath.Resolve(RootOf(engagement), path);
        try
        {
            File.Delete(file);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing is there, which is what was asked for.
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, file);
        }

        return Task.CompletedTask;
    }

    // The prefix may end in the middle of a name: only its whole folders narrow the search.
    private static List<BlobEntry> Entries(string root, string prefix)
    {
        var end = prefix.LastIndexOf('/');
        var folder = end < 0 ? root : BlobPath.Resolve(root, prefix[..end]);
        try
        {
            return new DirectoryInfo(folder) is { Exists: true } directory
                ? [.. directory.EnumerateFiles("*", Everything)
                    .Select(file => new BlobEntry(
                        Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/'),
                        file.Length,
                        Instant.FromDateTimeUtc(file.LastWriteTimeUtc)))
                    .Where(entry => entry.Path.StartsWith(prefix, StringComparison.Ordinal))
                    .OrderBy(entry => entry.Path, StringComparer.Ordinal)]
                : [];
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, folder);
        }
    }

    private static EnumerationOptions Everything => new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    private string RootOf(EngagementId engagement) => Path.Combine(FolderOf(engagement), "blobs");

    private string FolderOf(EngagementId engagement) => Path.Combine(home, "engagements", engagement.Value);
}
