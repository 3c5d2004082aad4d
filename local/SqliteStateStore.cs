using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local;

/// <summary>
/// State in one table of one SQLite file. Ids are kept as big-endian UTF-16, so that any text is an id and the order is the ordinal one;
/// every commit takes a new version number, so that a record that was removed and added again is not taken for the former one.
/// </summary>
public sealed class SqliteStateStore : IStateStore, IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly string path;
    private SqliteConnection? connection;
    private Task ahead = Task.CompletedTask;

    internal SqliteStateStore(string path) => this.path = path;

    /// <summary>
    /// Opens the database on another thread, so that its first use does not wait for it. A failure to do so is told at that use, which opens it again.
    /// </summary>
    public void OpenAhead() => ahead = Task.Run(() => InTurnAsync(static _ => true, CancellationToken.None));

    /// <inheritdoc/>
    public Task<StateEntry?> FindAsync(EngagementId engagement, StateKey key, CancellationToken cancellationToken = default)
    {
        StateLimits.Check(key);
        return InTurnAsync(
            database =>
            {
                using var command = database.CreateCommand();
                command.CommandText = "SELECT value, version FROM records WHERE engagement = $engagement AND collection = $collection AND id = $id";
                Bind(command, engagement, key);
                using var reader = command.ExecuteReader();
                return reader.Read() ? new StateEntry(key, reader.GetString(0), ETagOf(reader.GetInt64(1))) : null;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StateEntry> ListAsync(
        EngagementId engagement, string collection, string idPrefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var entries = await InTurnAsync(database => Entries(database, engagement, collection, idPrefix), cancellationToken).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public Task CommitAsync(EngagementId engagement, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken = default)
    {
        StateLimits.Check(changes);
        return InTurnAsync(
            database =>
            {
                using var transaction = database.BeginTransaction();
                var version = NextVersion(database);
                foreach (var change in changes)
                    Apply(database, engagement, change, version);
                transaction.Commit();
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ahead.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).GetAwaiter().GetResult();
        connection?.Dispose();
        gate.Dispose();
    }

    private static List<StateEntry> Entries(SqliteConnection database, EngagementId engagement, string collection, string idPrefix)
    {
        using var command = database.CreateCommand();
        command.CommandText =
            "SELECT id, value, version FROM records WHERE engagement = $engagement AND collection = $collection AND id >= $id ORDER BY id";
        Bind(command, engagement, new StateKey(collection, idPrefix));
        using var reader = command.ExecuteReader();
        var entries = new List<StateEntry>();
        while (reader.Read())
        {
            var id = StateId.Decode((byte[])reader[0]);
            if (!id.StartsWith(idPrefix, StringComparison.Ordinal))
                break;
            entries.Add(new(new(collection, id), reader.GetString(1), ETagOf(reader.GetInt64(2))));
        }

        return entries;
    }

    private static long NextVersion(SqliteConnection database)
    {
        using var command = database.CreateCommand();
        command.CommandText = "UPDATE versions SET last = last + 1 RETURNING last";
        return (long)command.ExecuteScalar()!;
    }

    private static void Apply(SqliteConnection database, EngagementId engagement, StateChange change, long version)
    {
        using var command = database.CreateCommand();
        command.CommandText = (change.Value, change.ETag) switch
        {
            (null, "*") => "DELETE FROM records WHERE engagement = $engagement AND collection = $collection AND id = $id",
            (null, _) => "DELETE FROM records WHERE engagement = $engagement AND collection = $collection AND id = $id AND version = $read",
            (_, null) => "INSERT INTO records VALUES ($engagement, $collection, $id, $value, $version) ON CONFLICT DO NOTHING",
            (_, "*") => "INSERT OR REPLACE INTO records VALUES ($engagement, $collection, $id, $value, $version)",
            _ => "UPDATE records SET value = $value, version = $version WHERE engagement = $engagement AND collection = $collection AND id = $id AND version = $read",
        };
        Bind(command, engagement, change.Key);
        command.Parameters.AddWithValue("$value", (object?)change.Value ?? DBNull.Value);
        command.Parameters.AddWithValue("$version", version);
        command.Parameters.AddWithValue("$read", long.TryParse(change.ETag, out var read) ? read : -1);
        if (command.ExecuteNonQuery() == 0 && change is not { Value: null, ETag: "*" })
            throw new StateConflictException(change.Key);
    }

    private static void Bind(SqliteCommand command, EngagementId engagement, StateKey key)
    {
        command.Parameters.AddWithValue("$engagement", engagement.Value);
        command.Parameters.AddWithValue("$collection", key.Collection);
        command.Parameters.AddWithValue("$id", StateId.Encode(key.Id));
    }

    private static string ETagOf(long version) => version.ToString();

    private async Task<T> InTurnAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return work(connection ??= StateDatabase.Open(path));
        }
        catch (SqliteException exception)
        {
            throw StateDatabase.Failure(exception, path);
        }
        finally
        {
            gate.Release();
        }
    }
}
