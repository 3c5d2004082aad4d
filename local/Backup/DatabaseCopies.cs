using Microsoft.Data.Sqlite;

namespace OpsAutomation.Local.Backup;

/// <summary>
/// Copies of the databases of a home as they were at one moment, while others may read and write them: both are held for the moment in which the readers
/// begin, and copied from there with SQLite's own backup.
/// </summary>
internal static class DatabaseCopies
{
    /// <summary>Copies those that there are into a folder, under their own names.</summary>
    /// <exception cref="OpsException">One is damaged, or somebody keeps writing it.</exception>
    public static void Make(string home, string folder)
    {
        var names = HomeFiles.Databases.Where(name => File.Exists(Path.Combine(home, name))).ToList();
        var readers = new List<SqliteConnection>();
        try
        {
            readers.AddRange(names.Select(name => Open(Path.Combine(home, name))));
            Begin(home, names, readers);
            foreach (var (name, reader) in names.Zip(readers))
                Copy(reader, Path.Combine(home, name), Path.Combine(folder, name));
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    private static void Begin(string home, List<string> names, List<SqliteConnection> readers)
    {
        var holders = new List<SqliteConnection>();
        try
        {
            foreach (var name in names)
            {
                var path = Path.Combine(home, name);
                var holder = Open(path);
                holders.Add(holder);
                Execute(holder, "BEGIN IMMEDIATE", path);
            }

            foreach (var (name, reader) in names.Zip(readers))
                Execute(reader, "BEGIN; SELECT count(*) FROM sqlite_master;", Path.Combine(home, name));
        }
        finally
        {
            holders.ForEach(holder => holder.Dispose());
        }
    }

    private static void Copy(SqliteConnection reader, string from, string to)
    {
        try
        {
            using var copy = Open(to);
            reader.BackupDatabase(copy);
            // No log beside it, and no pages that only zeros are left of.
            Execute(copy, "PRAGMA journal_mode = DELETE", to);
            Execute(copy, "VACUUM", to);
        }
        catch (SqliteException exception)
        {
            throw StateDatabase.Failure(exception, from);
        }
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout = 10000", path);
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw StateDatabase.Failure(exception, path);
        }
    }

    private static void Execute(SqliteConnection connection, string sql, string path)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        catch (SqliteException exception)
        {
            throw StateDatabase.Failure(exception, path);
        }
    }
}
