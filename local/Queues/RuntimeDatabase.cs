using Microsoft.Data.Sqlite;

namespace OpsAutomation.Queues;

/// <summary>The SQLite file that keeps queues and timers. Several processes may have it open; a write waits its turn for up to 10 seconds.</summary>
public sealed class RuntimeDatabase : IDisposable
{
    private const string Prepare = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 10000;
        CREATE TABLE IF NOT EXISTS messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL,
            visible INTEGER NOT NULL, dequeued INTEGER NOT NULL, receipt INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS messages_by_visibility ON messages (queue, visible, id);
        CREATE TABLE IF NOT EXISTS timers (
            name TEXT PRIMARY KEY, last INTEGER NOT NULL, next INTEGER NOT NULL, updated INTEGER NOT NULL,
            claim INTEGER NOT NULL DEFAULT 0, claimed_until INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
        """;

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly string path;
    private SqliteConnection? connection;

    /// <summary>The file at this path; opened, and created with its folder, at the first use.</summary>
    public RuntimeDatabase(string path) => this.path = path;

    /// <inheritdoc/>
    public void Dispose()
    {
        connection?.Dispose();
        gate.Dispose();
    }

    /// <summary>Runs a piece of work in one transaction that holds the file's only write lock.</summary>
    internal async Task<T> WriteAsync<T>(Func<SqliteTransaction, T> work, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            connection ??= Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = work(transaction);
            transaction.Commit();
            return result;
        }
        finally
        {
            gate.Release();
        }
    }

    internal static SqliteCommand Command(SqliteTransaction transaction, string sql, params (string Name, object Value)[] parameters)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Every text is a constant of this assembly; values go by parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            opened.Open();
            using var command = opened.CreateCommand();
            command.CommandText = Prepare;
            command.ExecuteNonQuery();
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }
}
