namespace OpsAutomation.Local;

/// <summary>
/// Writes files as a whole: a reader, or the next command after a kill, finds the old content or the new one, never a part.
/// The unfinished ones are all in one folder, beside what they become, where the next command that opens the home removes them.
/// </summary>
internal sealed class AtomicFile(string unfinishedFolder)
{
    private const int BufferSize = 64 * 1024;
    private int count;

    /// <summary>Removes what killed commands have left; call it only under the lock of the home.</summary>
    public void SweepUnfinished()
    {
        if (!Directory.Exists(unfinishedFolder))
            return;
        foreach (var file in Directory.EnumerateFiles(unfinishedFolder))
            File.Delete(file);
        foreach (var folder in Directory.EnumerateDirectories(unfinishedFolder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Writes a file; it is there, flushed to the disk, once the task has ended without an exception.</summary>
    /// <returns>False where the file was there already and <paramref name="replace"/> is false.</returns>
    public Task<bool> WriteAsync(string path, bool replace, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        WriteAsync(path, replace, ownerOnly: false, write, cancellationToken);

    /// <summary>Writes a file that, where <paramref name="ownerOnly"/> is set, nobody but this account may ever read, not even while it is unfinished.</summary>
    /// <returns>False where the file was there already and <paramref name="replace"/> is false.</returns>
    public async Task<bool> WriteAsync(
        string path, bool replace, bool ownerOnly, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var unfinished = Path.Combine(unfinishedFolder, $"{Environment.ProcessId}-{Interlocked.Increment(ref count)}.tmp");
        try
        {
            Directory.CreateDirectory(unfinishedFolder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = BufferSize };
            if (ownerOnly && !OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var stream = new SpillingStream(new FileStream(unfinished, options));
            await using (stream.ConfigureAwait(false))
            {
                await write(stream, cancellationToken).ConfigureAwait(false);
                await stream.CompleteAsync().ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!replace && File.Exists(path))
                return false;
            File.Move(unfinished, path, replace);
            return true;
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, path);
        }
        finally
        {
            Discard(unfinished);
        }
    }

    private static void Discard(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            // The failure that is under way says more; the next command sweeps the file.
        }
    }
}
