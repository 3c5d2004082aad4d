using System.Globalization;
using Microsoft.Data.Sqlite;
using OpsAutomation.Jobs;
using OpsAutomation.Schema;

namespace OpsAutomation.Ops.Doctoring;

/// <summary>The two databases of a home, read without changing them: whole or damaged, what waits in queues, which timers are late.</summary>
internal sealed class DatabaseChecks(string folder, DateTimeOffset now)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private string State => Path.Combine(folder, "ops.db");

    private string Runtime => Path.Combine(folder, "runtime.db");

    /// <summary>What is to say of them.</summary>
    public IEnumerable<Finding> Run(bool isServed)
    {
        foreach (var path in new[] { State, Runtime }.Where(File.Exists))
            yield return Whole(path);
        if (File.Exists(State))
            yield return Try("schema", State, Schema);
        yield return Clock();
        if (!File.Exists(Runtime))
            yield break;
        yield return Try("queues", Runtime, Queues);
        yield return Try("poison", Runtime, Poison);
        yield return Try("timers", Runtime, connection => Timers(connection, isServed));
    }

    private static Finding Whole(string path) => Try("database", path, connection =>
    {
        var name = Path.GetFileName(path);
        return Scalar(connection, "PRAGMA quick_check(1)") is "ok"
            ? Finding.Ok("database", $"{name} is whole", $"{name} est intact")
            : Damaged(name);
    });

    private static Finding Schema(SqliteConnection connection)
    {
        var version = Convert.ToInt64(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (version > StateSchema.Current)
        {
            return Finding.Fail(
                "schema", new($"The state has version {version}, newer than this ops ({StateSchema.Current}).", $"L'état a la version {version}, plus récente que cet ops ({StateSchema.Current})."),
                new("Use the ops that wrote it, or a newer one.", "Utilisez l'ops qui l'a écrit, ou un plus récent."));
        }

        return Finding.Ok("schema", $"the state has version {version}", $"l'état a la version {version}");
    }

    // A file written in the future tells of a clock that was set back.
    private Finding Clock()
    {
        var last = new[] { State, Runtime }.Where(File.Exists).Select(path => new DateTimeOffset(File.GetLastWriteTimeUtc(path))).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        return last > now + Skew
            ? Finding.Fail(
                "clock", new("The home was written to later than it is now: this machine's clock was set back.", "L'espace de travail a été écrit plus tard que l'heure actuelle\u00a0: l'horloge de cette machine a été retardée."),
                new("Set the clock by the network (NTP): digests and links rest on it.", "Réglez l'horloge par le réseau (NTP)\u00a0: les points hebdomadaires et les liens en dépendent."))
            : Finding.Ok("clock", "the clock agrees with the home", "l'horloge concorde avec l'espace de travail");
    }

    private Finding Queues(SqliteConnection connection)
    {
        var waiting = new List<(string Queue, int Count, TimeSpan Age)>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT queue, COUNT(*), MIN(visible) FROM messages WHERE visible <= $now AND queue NOT LIKE '%-poison' GROUP BY queue ORDER BY 3";
        command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        using var reader = command.ExecuteReader();
        while (reader.Read())
            waiting.Add((reader.GetString(0), reader.GetInt32(1), now - DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2))));
        return QueueFindings.Age(waiting, isHome: true);
    }

    private static Finding Poison(SqliteConnection connection)
    {
        var count = Convert.ToInt32(Scalar(connection, $"SELECT COUNT(*) FROM messages WHERE queue LIKE '%{JobQueues.PoisonSuffix}'"), CultureInfo.InvariantCulture);
        return QueueFindings.Poison(count);
    }

    private Finding Timers(SqliteConnection connection, bool isServed)
    {
        var late = new List<string>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM timers WHERE next < $late ORDER BY name";
        command.Parameters.AddWithValue("$late", (now - Late).ToUnixTimeMilliseconds());
        using var reader = command.ExecuteReader();
        while (reader.Read())
            late.Add(reader.GetString(0));
        if (late.Count == 0)
            return Finding.Ok("timers", "no timer is late", "aucune minuterie n'est en retard");
        var names = string.Join(", ", late);
        var what = new LocalizedText($"Timers are late: {names}.", $"Des minuteries sont en retard\u00a0: {names}.");
        return isServed
            ? Finding.Fail("timers", what, new("The app runs and its timers do not: look at its log, then start it again.", "L'application tourne mais pas ses minuteries\u00a0: consultez son journal, puis redémarrez-la."))
            : Finding.Warn("timers", what, new("The app is not running: ops serve. What is due is caught up once.", "L'application ne tourne pas\u00a0: ops serve. Ce qui est dû est rattrapé une fois."));
    }

    private static Finding Try(string id, string path, Func<SqliteConnection, Finding> look)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            return look(connection);
        }
        catch (SqliteException)
        {
            return Damaged(Path.GetFileName(path)) with { Id = id };
        }
    }

    private static Finding Damaged(string name) => Finding.Fail(
        "database", new($"{name} is damaged or cannot be read.", $"{name} est endommagé ou illisible."),
        new("Stop the app, and restore the home from its last backup.", "Arrêtez l'application, et restaurez l'espace de travail depuis sa dernière sauvegarde."));

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
