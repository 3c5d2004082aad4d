using Microsoft.Data.Sqlite;

namespace OpsAutomation.Queues;

/// <summary>The statements of a connection, each prepared at its first use. For one caller at a time.</summary>
public sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    /// <summary>A statement with its values. It belongs to this object: it is not disposed, and good until the same text is asked for again.</summary>
    /// <param name="sql">A constant text: each is kept. Values go by parameters.</param>
    /// <param name="parameters">The same names each time, null for NULL.</param>
    public SqliteCommand Of(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared[sql] = command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of its caller; values go by parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in parameters)
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command;
    }

    /// <summary>Runs a statement; gives the number of rows that it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Of(sql, parameters).ExecuteNonQuery();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }
}
