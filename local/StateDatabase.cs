using Microsoft.Data.Sqlite;
using OpsAutomation.Schema;

namespace OpsAutomation.Local;

/// <summary>The SQLite file: how it is opened, and what its failures mean to a person.</summary>
internal static class StateDatabase
{
    // The SQL is ours and right: an error in it is one of the tables that it finds.
    private const int Schemaless = 1;
    private const int Perm = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    // A commit survives a power cut (FULL); readers never wait for it (WAL). 16 MiB of pages: ids are hashes, and hardly two of a transaction share one.
    private const string Prepare = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -16384;
        PRAGMA secure_delete = ON;
        PRAGMA busy_timeout = 5000;
        """;

    private static readonly string Create = $"""
        BEGIN IMMEDIATE;
        CREATE TABLE IF NOT EXISTS records (
            engagement TEXT NOT NULL, collection TEXT NOT NULL, id BLOB NOT NULL, value TEXT NOT NULL, version INTEGER NOT NULL,
            PRIMARY KEY (engagement, collection, id)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS versions (last INTEGER NOT NULL);
        INSERT INTO versions SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM versions);
        PRAGMA user_version = {StateSchema.Current};
        COMMIT;
        PRAGMA wal_checkpoint(PASSIVE);
        """;

    /// <summary>Opens the file, and creates it with its tables where it is not there.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var found = Version(connection);
            StateSchema.Check(found, path);
            Execute(connection, Prepare);
            if (found == 0 && HasFacts(path))
                throw Lost(path);
            if (found == 0)
                Execute(connection, Create);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The version that the file is marked with; 0 where it is new. The log beside it counts.</summary>
    /// <exception cref="OpsException">The file cannot be read, or is none of ops.</exception>
    public static int VersionOf(string path) => With(path, Version);

    /// <summary>Marks the file with a version, in one commit; the header shows it at once where nobody else has the file open.</summary>
    /// <exception cref="OpsException">The file cannot be written.</exception>
    public static void Mark(string path, int version) => With(path, connection =>
    {
        Execute(connection, Prepare);
        Execute(connection, $"PRAGMA user_version = {version}; PRAGMA wal_checkpoint(TRUNCATE);");
        return version;
    });

    /// <summary>The failure to throw for an error of the database.</summary>
    public static OpsException Failure(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        Full => StorageFailure.NoRoom(path, exception),
        InputOutput when StorageFailure.IsFull(path) => StorageFailure.NoRoom(path, exception),
        ReadOnly or Perm or CannotOpen => StorageFailure.WriteProtected(path, exception),
        Corrupt or NotADatabase or Schemaless => OpsException.Refused(
            $"The state file {path} is damaged or is not one of ops. Restore it from a backup, or choose another home with --home.",
            $"Le fichier d'état {path} est endommagé ou n'est pas un fichier d'ops. Restaurez-le depuis une sauvegarde ou choisissez un autre dossier avec --home.",
            exception),
        Busy or Locked => OpsException.Retriable(
            $"Another program has the state file {path} open. Close it, then run the command again.",
            $"Un autre programme utilise le fichier d'état {path}. Fermez-le, puis relancez la commande.",
            exception),
        _ => OpsException.Retriable(
            $"The state file {path} could not be read or written (SQLite error {exception.SqliteErrorCode}). Nothing was half done; check the disk, then run the command again.",
            $"Lecture ou écriture impossible du fichier d'état {path} (erreur SQLite {exception.SqliteErrorCode}). Rien n'a été fait à moitié ; vérifiez le disque, puis relancez la commande.",
            exception),
    };

    // The state is written before any fact: an empty file beside facts was cut short, or is not the one that belongs there.
    private static bool HasFacts(string path)
    {
        var engagements = Path.Combine(Path.GetDirectoryName(path)!, "engagements");
        return Directory.Exists(engagements) && Directory.EnumerateDirectories(engagements)
            .Select(engagement => Path.Combine(engagement, "blobs", "facts"))
            .Any(facts => Directory.Exists(facts) && Directory.EnumerateFiles(facts, "*", SearchOption.AllDirectories).Any());
    }

    private static OpsException Lost(string path) => OpsException.Refused(
        $"The state file {path} is empty or new, but the home holds facts: what is known of imports, decisions and digests was lost. Restore the file from a backup. Without one, move the home away, create the engagements anew and import their exports again.",
        $"Le fichier d'état {path} est vide ou neuf, alors que le dossier contient des faits\u00a0: ce qui était connu des imports, des décisions et des points hebdomadaires est perdu. Restaurez-le depuis une sauvegarde. Sans sauvegarde, mettez le dossier de côté, recréez les missions et réimportez leurs exports.");

    private static int With(string path, Func<SqliteConnection, int> work)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            connection.Open();
            return work(connection);
        }
        catch (SqliteException exception)
        {
            throw Failure(exception, path);
        }
    }

    private static int Version(SqliteConnection connection) => (int)(long)Scalar(connection, "PRAGMA user_version")!;

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
