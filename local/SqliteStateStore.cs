using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Queues;

namespace OpsAutomation.Local;

/// <summary>
/// State in one table of one SQLite file. Ids are kept as big-endian UTF-16, so that any text is an id and the order is the ordinal one;
/// every commit takes a new version number, so that a record that was removed and added again is not taken for the former one.
/// Commits that are asked for at the same time share a transaction; readers have a connection of their own and wait for none of them.
/// </summary>
public sealed class SqliteStateStore : IStateStore, IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly GroupedWrites writes;
    private readonly string path;
    private SqliteStatements? reading;
    private Task ahead = Task.CompletedTask;

    internal SqliteStateStore(string path)
    {
        this.path = path;
        writes = new(() => StateDatabase.Open(path));
    }

    /// <summary>
    /// Opens the database on another thread, so that its first use does not wait for it. A failure to do so is told at that use, which opens it again.
    /// </summary>
    public void OpenAhead() => ahead = Task.Run(() => ReadAsync(static _ => true, CancellationToken.None));

    /// <inheritdoc/>
    public Task<StateEntry?> FindAsync(EngagementId engagement, StateKey key, CancellationToken cancellationToken = default)
    {
        StateLimits.Check(key);
        return ReadAsync(
            database =>
            {
                using var reader = database.Of(
                    "SELECT value, version FROM records WHERE engagement = $engagement AND collection = $collection AND id = $id",
                    ("$engagement", engagement.Value), ("$collection", key.Collection), ("$id", StateId.Encode(key.Id))).ExecuteReader();
                return reader.Read() ? new StateEntry(key, reader.GetString(0), ETagOf(reader.GetInt64(1))) : null;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StateEntry> ListAsync(
        EngagementId engagement, string collection, string idPrefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var entries = await ReadAsync(database => Entries(database, engagement, collection, idPrefix), cancellationToken).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public async Task CommitAsync(EngagementId engagement, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken = default)
    {
        StateLimits.Check(changes);
        try
        {
            await writes.RunAsync(
                database =>
                {
                    var version = NextVersion(database);
                    foreach (var change in changes)
                        Apply(database, engagement, change, version);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception)
        {
            throw StateDatabase.Failure(exception, path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ahead.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).GetAwaiter().GetResult();
        reading?.Dispose();
        writes.Dispose();
        gate.Dispose();
    }

    private static List<StateEntry> Entries(SqliteStatements database, EngagementId engagement, string collection, string idPrefix)
    {
        using var reader = database.Of(
            "SELECT id, value, version FROM records WHERE engagement = $engagement AND collection = $collection AND id >= $id ORDER BY id",
            ("$engagement", engagement.Value), ("$collection", collection), ("$id", StateId.Encode(idPrefix))).ExecuteReader();
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

    private static void Apply(SqliteStatements database, EngagementId engagement, StateChange change, long version)
    {
        var id = StateId.Encode(change.Key.Id);
        var read = long.TryParse(change.ETag, out var known) ? known : -1;
        var changed = (change.Value, change.ETag) switch
        {
            (null, "*") => database.Run(
                "DELETE FROM records WHERE engagement = $engagement AND collection = $collection AND id = $id",
                ("$engagement", engagement.Value), ("$collection", change.Key.Collection), ("$id", id)),
            (null, _) => database.Run(
                "DELETE FROM records WHERE engagement = $engagement AND collection = $collection AND id = $id AND version = $read",
                ("$engagement", engagement.Value), ("$collection", change.Key.Collection), ("$id", id), ("$read", read)),
            (_, null) => database.Run(
                "INSERT INTO records VALUES ($engagement, $collection, $id, $value, $version) ON CONFLICT DO NOTHING",
                ("$engagement", engagement.Value), ("$collection", change.Key.Collection), ("$id", id), ("$value", change.Value), ("$version", version)),
            (_, "*") => Put(database, engagement, change, id, version),
            _ => database.Run(
                "UPDATE records SET value = $value, version = $version WHERE engagement = $engagement AND collection = $collection AND id = $id AND version = $read",
                ("$engagement", engagement.Value), ("$collection", change.Key.Collection), ("$id", id), ("$value", change.Value), ("$version", version), ("$read", read)),
        };
        if (changed == 0 && change is not { Value: null, ETag: "*" })
            throw new StateConflictException(change.Key);
    }

    // In plain steps: RETURNING and OR REPLACE make SQLite keep what it would undo of the statement alone, which costs more than the steps.
    private static long NextVersion(SqliteStatements database)
    {
        database.Run("UPDATE versions SET last = last + 1");
        return (long)database.Of("SELECT last FROM versions").ExecuteScalar()!;
    }

    private static int Put(SqliteStatements database, EngagementId engagement, StateChange change, byte[] id, long version)
    {
        var changed = database.Run(
            "UPDATE records SET value = $value, version = $version WHERE engagement = $engagement AND collection = $collection AND id = $id",
            ("$value", change.Value), ("$version", version), ("$engagement", engagement.Value), ("$collection", change.Key.Collection), ("$id", id));
        return changed > 0 ? changed : database.Run(
            "INSERT INTO records VALUES ($engagement, $collection, $id, $value, $version)",
            ("$engagement", engagement.Value), ("$collection", change.Key.Collection), ("$id", id), ("$value", change.Value), ("$version", version));
    }

    private static string ETagOf(long version) => version.ToString();

    private async Task<T> ReadAsync<T>(Func<SqliteStatements, T> work, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return work(reading ??= new(StateDatabase.Open(path)));
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
