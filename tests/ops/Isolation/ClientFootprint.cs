using System.Text;
using Microsoft.Data.Sqlite;

namespace OpsAutomation.Ops.Tests.Isolation;

/// <summary>Everything that a home holds of one client: files, mails, records, secrets.</summary>
internal static class ClientFootprint
{
    /// <summary>Each thing by its name, as text.</summary>
    public static SortedDictionary<string, string> Of(string home, string engagement)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in new[] { Path.Combine(home, "engagements", engagement), Path.Combine(home, "outbox", engagement) }.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                found["file " + Path.GetRelativePath(home, file)] = Encoding.Latin1.GetString(File.ReadAllBytes(file));
        }

        using var connection = new SqliteConnection($"Data Source={Path.Combine(home, "ops.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT collection, hex(id), value FROM records WHERE engagement = $engagement";
        command.Parameters.AddWithValue("$engagement", engagement);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            found[$"record {reader.GetString(0)} {reader.GetString(1)}"] = reader.GetString(2);
        return found;
    }
}
