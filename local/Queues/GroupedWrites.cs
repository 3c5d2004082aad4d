using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;

namespace OpsAutomation.Queues;

/// <summary>
/// The writes to a SQLite file. Those that are asked for while one is under way share the next transaction, and so one flush to the disk:
/// a flush costs as much for one as for a hundred. Each is as if it were alone: it is undone alone when it fails, sees what was written before
/// it, and ends when its transaction has been committed.
/// </summary>
/// <param name="open">Opens the file; asked at the first write, and again after a failure to open it.</param>
public sealed class GroupedWrites(Func<SqliteConnection> open) : IDisposable
{
    private const int LargestGroup = 256;
    private readonly Lock gate = new();
    private readonly Queue<GroupedWrite> waiting = [];
    private readonly Lock connected = new();
    private SqliteStatements? statements;
    private bool running;

    /// <summary>Runs a piece of work in a transaction that holds the file's write lock.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="work">Short, and of the database alone.</param>
    /// <param name="cancellationToken">Takes it out while it waits; what has begun is ended.</param>
    public Task<T> RunAsync<T>(Func<SqliteStatements, T> work, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        var write = new GroupedWrite<T>(work, cancellationToken);
        lock (gate)
        {
            waiting.Enqueue(write);
            if (running)
                return write.Task;
            running = true;
        }

        RunGroup();
        return write.Task;
    }

    /// <summary>Waits for the transaction under way, and closes the file.</summary>
    public void Dispose()
    {
        lock (connected)
            statements?.Dispose();
    }

    // Whoever finds nobody at work does it for the first group; the next ones are nobody's own.
    private void RunGroup()
    {
        var group = new List<GroupedWrite>();
        lock (gate)
        {
            while (group.Count < LargestGroup && waiting.TryDequeue(out var write))
            {
                if (write.TryBegin())
                    group.Add(write);
            }
        }

        if (group.Count > 0)
        {
            Commit(group);
            foreach (var write in group)
                write.End();
        }

        lock (gate)
        {
            running = waiting.Count > 0;
            if (!running)
                return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static writes => writes.RunGroup(), this, preferLocal: false);
    }

    private void Commit(List<GroupedWrite> group)
    {
        try
        {
            lock (connected)
            {
                statements ??= new(open());
                statements.Run("BEGIN IMMEDIATE");
                try
                {
                    foreach (var write in group)
                        Run(write, statements);
                    statements.Run("COMMIT");
                }
                catch
                {
                    RollBack(statements);
                    throw;
                }
            }
        }
        catch (Exception failure)
        {
            foreach (var write in group)
                write.Fail(failure);
        }
    }

    private static void Run(GroupedWrite write, SqliteStatements statements)
    {
        statements.Run("SAVEPOINT one");
        try
        {
            write.Run(statements);
        }
        catch (Exception failure)
        {
            write.Fail(failure);
            Undo(statements, failure);
        }

        statements.Run("RELEASE one");
    }

    // After some failures of the file the transaction is gone, and with it what the others of the group did.
    private static void Undo(SqliteStatements statements, Exception failure)
    {
        try
        {
            statements.Run("ROLLBACK TO one");
        }
        catch (SqliteException) when (failure is SqliteException)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    // Some failures have rolled it back already.
    private static void RollBack(SqliteStatements statements)
    {
        try
        {
            statements.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // What failed first says more.
        }
    }
}
