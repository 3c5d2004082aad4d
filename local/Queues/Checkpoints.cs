using Microsoft.Data.Sqlite;

namespace OpsAutomation.Queues;

/// <summary>
/// Takes what the log of a SQLite file holds over into the file, on a thread and a connection of its own. Whoever commits does that otherwise for
/// each thousand pages, and all who wait for him wait for a thousand writes and two flushes.
/// </summary>
/// <param name="open">Opens the file.</param>
internal sealed class Checkpoints(Func<SqliteConnection> open) : IDisposable
{
    /// <summary>Where the thread does not come to it, the writer himself takes over a log of 16,384 pages: 64 MiB, which a start after a crash reads within a moment.</summary>
    public const string LeaveMost = "PRAGMA wal_autocheckpoint = 16384";

    // Never waits for a writer or a reader.
    private const string TakeOver = "PRAGMA wal_checkpoint(PASSIVE)";

    // 32 MiB.
    private const long LongLog = 8192;
    private const int WritesBetween = 256;
    private readonly AutoResetEvent due = new(initialState: false);
    private Thread? thread;
    private int writes;
    private volatile bool restIsDue;
    private volatile bool ended;

    /// <summary>
    /// Tells that the writer has committed so many writes. Takes no time, but for what is left of a long log, which begins anew only when it was taken
    /// over to its end. Never fails: what was committed is.
    /// </summary>
    public void Committed(int count, SqliteStatements statements)
    {
        if (restIsDue)
        {
            restIsDue = false;
            PagesTakenOver(statements);
        }

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
            statements ??= TryOpen();
            if (statements is null || PagesTakenOver(statements) < LongLog)
                continue;
            // The second time is short, and leaves the writer only what he wrote meanwhile.
            PagesTakenOver(statements);
            restIsDue = true;
        }

        statements?.Dispose();
    }

    private SqliteStatements? TryOpen()
    {
        try
        {
            return new(open());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Tried again at the next one; the writer does without.
            return null;
        }
    }

    // None where it fails: the log keeps everything until the next one.
    private static long PagesTakenOver(SqliteStatements statements)
    {
        try
        {
            using var reader = statements.Of(TakeOver).ExecuteReader();
            return reader.Read() ? reader.GetInt64(2) : 0;
        }
        catch (SqliteException)
        {
            return 0;
        }
    }
}
