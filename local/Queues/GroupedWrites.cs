using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;

namespace OpsAutomation.Queues;

/// <summary>
/// The writes to a SQLite file. Those that are asked for while one is under way share the next transaction, and so one flush to the disk:
/// a flush costs as much for one as for a hundred. Each is as if it were alone: it is undone alone when it fails, sees what was written before
/// it, and ends when its transaction has been committed. Who finds nobody at work writes at once; from the first time that somebody has to wait, a thread
/// of its own writes for all, since a flush blocks: of the pool's threads there are at first as many as processors, and two files would block two.
/// </summary>
/// <param name="open">Opens the file; asked at the first write, and again after a failure to open it.</param>
public sealed class GroupedWrites(Func<SqliteConnection> open) : IDisposable
{
    private const int LargestGroup = 256;
    private readonly Lock gate = new();
    private readonly Queue<GroupedWrite> waiting = [];
    private readonly Lock connected = new();
    private readonly AutoResetEvent asked = new(initialState: false);
    private readonly Checkpoints checkpoints = new(open);
    private SqliteStatements? statements;
    private Thread? writer;
    private bool running;
    private volatile bool ended;

    /// <summary>Runs a piece of work in a transaction that holds the file's write lock.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="work">Short, and of the database alone: it is done again when another of its group has failed.</param>
    /// <param name="cancellationToken">Takes it out while it waits; what has begun is ended.</param>
    public Task<T> RunAsync<T>(Func<SqliteStatements, T> work, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        var write = new GroupedWrite<T>(work, cancellationToken);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ended, this);
            waiting.Enqueue(write);
            if (running || writer is not null)
            {
                AskWriter();
                return write.Task;
            }

            running = true;
        }

        RunGroup();
        lock (gate)
            running = false;
        return write.Task;
    }

    /// <summary>Ends what was asked for, and closes the file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (ended)
                return;
            ended = true;
        }

        asked.Set();
        writer?.Join();
        lock (connected)
            statements?.Dispose();
        checkpoints.Dispose();
        asked.Dispose();
    }

    private void AskWriter()
    {
        if (writer is null)
        {
            writer = new Thread(WriteForAll) { IsBackground = true, Name = "SQLite writer" };
            writer.Start();
        }

        asked.Set();
    }

    private void WriteForAll()
    {
        do
        {
            asked.WaitOne();
            while (RunGroup())
            {
            }
        }
        while (!ended);
    }

    // False where nobody waits.
    private bool RunGroup()
    {
        lock (connected)
        {
            var group = NextGroup();
            if (group.Count > 0)
                Commit(group);
            foreach (var write in group)
                write.End();
            return group.Count > 0;
        }
    }

    private List<GroupedWrite> NextGroup()
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

        return group;
    }

    private void Commit(List<GroupedWrite> group)
    {
        try
        {
            statements ??= Open();
            // Savepoints cost as much as the writes themselves, so they come only where one has failed.
            if (!TryCommit(group, statements, apart: false))
                TryCommit(group, statements, apart: true);
            checkpoints.Committed(group.Count, statements);
        }
        catch (Exception failure)
        {
            foreach (var write in group)
                write.Fail(failure);
        }
    }

    private SqliteStatements Open()
    {
        var opened = new SqliteStatements(open());
        opened.Run(Checkpoints.LeaveMost);
        return opened;
    }

    // False where one of several failed: nothing was written then, and all are to be done again.
    private static bool TryCommit(List<GroupedWrite> group, SqliteStatements statements, bool apart)
    {
        statements.Run("BEGIN IMMEDIATE");
        try
        {
            foreach (var write in group)
            {
                if (apart)
                {
                    RunApart(write, statements);
                }
                else if (!write.TryRun(statements))
                {
                    RollBack(statements);
                    return group.Count == 1;
                }
            }

            statements.Run("COMMIT");
            return true;
        }
        catch
        {
            RollBack(statements);
            throw;
        }
    }

    private static void RunApart(GroupedWrite write, SqliteStatements statements)
    {
        statements.Run("SAVEPOINT one");
        if (!write.TryRun(statements))
            Undo(statements, write.Failure!);
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
