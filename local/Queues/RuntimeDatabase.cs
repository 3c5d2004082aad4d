using Microsoft.Data.Sqlite;

namespace OpsAutomation.Queues;

/// <summary>The SQLite file that keeps queues and timers. Several processes may have it open; a write waits its turn for up to 10 seconds.</summary>
public sealed class RuntimeDatabase : IDisposable
{
    private const string Prepare = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -16384;
        PRAGMA busy_timeout = 10000;
        CREATE TABLE IF NOT EXISTS messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL,
            visible INTEGER NOT NULL, dequeued INTEGER NOT NULL, receipt INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS messages_by_visibility ON messages (queue, visible, id);
        CREATE TABLE IF NOT EXISTS timers (
            name TEXT PRIMARY KEY, last INTEGER NOT NULL, next INTEGER NOT NULL, updated INTEGER NOT NULL,
            claim INTEGER NOT NULL DEFAULT 0, claimed_until INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
        """;

    private readonly GroupedWrites writes;
    private readonly string path;

    /// <summary>The file at this path; opened, and created with its folder, at the first use.</summary>
    public RuntimeDatabase(string path)
    {
        this.path = path;
        writes = new(Open);
    }

    /// <inheritdoc/>
    public void Dispose() => writes.Dispose();

    /// <summary>Runs a piece of work in a transaction that holds the file's only write lock.</summary>
    internal Task<T> WriteAsync<T>(Func<SqliteStatements, T> work, CancellationToken cancellationToken) => writes.RunAsync(work, cancellationToken);

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
