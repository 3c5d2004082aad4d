using Microsoft.Data.Sqlite;

namespace OpsAutomation.Queues;

/// <summary>
/// Takes what the log of a SQLite file holds over into the file, on a thread and a connection of its own. Whoever commits does that otherwise for
/// each thousand pages, and all who wait for him wait for a thousand writes and two flushes.
/// </summary>
/// <param name="open">Opens the file.</param>
internal sealed class Checkpoints(Func<SqliteConnection> open) : IDisposable
{
    /// <summary>
    /// Lets the writer take over what is left only once the log has 16,384 pages: as long as he goes on nobody else comes to its end, and only from
    /// there it begins anew. A start after a crash reads these 64 MiB within a moment.
    /// </summary>
    public const string LeaveMost = "PRAGMA wal_autocheckpoint = 16384";

    private const int WritesBetween = 256;
    private readonly AutoResetEvent due = new(initialState: false);
    private Thread? thread;
    private int writes;
    private volatile bool ended;

    /// <summary>Tells how many writes were committed, from one thread at a time; comes back at once.</summary>
    public void Committed(int count)
    {
        writes += count;
        if (writes < WritesBetween)
            return;
        writes = 0;
        if (thread is null)
        {
            thread = new Thread(Run) { IsBackground = true, Name = "SQLite checkpoints" };
            thread.Start();
        }

        due.Set();
    }

    /// <summary>Ends the one under way.</summary>
    public void Dispose()
    {
        ended = true;
        due.Set();
        thread?.Join();
        due.Dispose();
    }

    private void Run()
    {
        SqliteStatements? statements = null;
        while (true)
        {
            due.WaitOne();
            if (ended)
                break;
            try
            {
                statements ??= new(open());
                statements.Run("PRAGMA wal_checkpoint(PASSIVE)");
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The log keeps everything until the next one, and the writer does without.
            }
        }

        statements?.Dispose();
    }
}
