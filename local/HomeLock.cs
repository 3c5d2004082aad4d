using System.Diagnostics;

namespace OpsAutomation.Local;

/// <summary>
/// The right of one process at a time to work in a home, or to serve it. It is a lock of the operating system on a file, hence gone
/// with the process that holds it, however that one ends; the file itself means nothing.
/// </summary>
internal sealed class HomeLock : IDisposable
{
    private const string Working = ".lock";
    private const string Serving = ".serving";
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream file;

    private HomeLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock of work, and waits for it at most the given time.</summary>
    /// <exception cref="OpsException">Another command still has it then, or the file cannot be opened.</exception>
    public static async Task<HomeLock> TakeAsync(string home, TimeSpan wait, CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            if (Try(Path.Combine(home, Working), out var inner) is { } taken)
                return taken;
            if (waiting.Elapsed >= wait)
                throw Busy(home, waiting.Elapsed, inner);
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the lock of the app that serves the home.</summary>
    /// <exception cref="OpsException">Another app serves it, or the file cannot be opened.</exception>
    public static HomeLock TakeServing(string home) => Try(Path.Combine(home, Serving), out var inner) ?? throw OpsException.Refused(
        $"Another app serves {home} already. Stop that one, or serve another folder with --home.",
        $"Une autre application sert déjà {home}. Arrêtez-la, ou servez un autre dossier avec --home.",
        inner);

    /// <summary>Takes the place of the app that serves the home, so that none does meanwhile; null where one does.</summary>
    /// <exception cref="OpsException">The file cannot be opened.</exception>
    public static HomeLock? TryServing(string home) => Try(Path.Combine(home, Serving), out _);

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static HomeLock? Try(string path, out Exception? held)
    {
        held = null;
        try
        {
            // No sharing: a lock of the whole file, shared with no other handle, in this process or another.
            return new HomeLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException exception) when (exception.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            held = exception;
            return null;
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, path);
        }
    }

    private static OpsException Busy(string home, TimeSpan waited, Exception? inner) => OpsException.Retriable(
        $"Another ops command is working in {home}, or the app that serves it; this one waited {waited.TotalSeconds:0} s and did nothing. Run it again when the other one has ended.",
        $"Une autre commande ops travaille dans {home}, ou l'application qui le sert\u00a0; celle-ci a attendu {waited.TotalSeconds:0} s et n'a rien fait. Relancez-la quand l'autre aura fini.",
        inner);
}
