using System.Diagnostics;

namespace OpsAutomation.Local;

/// <summary>
/// The right of one process at a time to work in a home. It is a lock of the operating system on the file <c>.lock</c>, hence gone
/// with the process that holds it, however that one ends; the file itself means nothing.
/// </summary>
internal sealed class HomeLock : IDisposable
{
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream file;

    private HomeLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, and waits for it at most the given time.</summary>
    /// <exception cref="OpsException">Another command still has it then, or the file cannot be opened.</exception>
    public static async Task<HomeLock> TakeAsync(string home, TimeSpan wait, CancellationToken cancellationToken)
    {
        var path = Path.Combine(home, ".lock");
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                // No sharing: a lock of the whole file, shared with no other handle, in this process or another.
                return new HomeLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
            }
            catch (IOException exception) when (exception.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
            {
                if (waiting.Elapsed >= wait)
                    throw Busy(home, waiting.Elapsed, exception);
            }
            catch (Exception exception) when (StorageFailure.IsStorage(exception))
            {
                throw StorageFailure.Of(exception, path);
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static OpsException Busy(string home, TimeSpan waited, Exception inner) => OpsException.Retriable(
        $"Another ops command is working in {home}; this one waited {waited.TotalSeconds:0} s and did nothing. Run it again when the other one has ended.",
        $"Une autre commande ops travaille dans {home} ; celle-ci a attendu {waited.TotalSeconds:0} s et n'a rien fait. Relancez-la quand l'autre aura fini.",
        inner);
}
