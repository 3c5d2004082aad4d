using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpsAutomation.Engagements;
using OpsAutomation.Local;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Benchmarks.Webhooks;

/// <summary>What a home has of the events that an app took, once the app is gone.</summary>
internal static class KeptEvents
{
    /// <summary>Counts the deliveries, and the messages of those that were not handled yet; prints both.</summary>
    /// <param name="folder">The home.</param>
    /// <param name="engagement">The engagement.</param>
    /// <param name="expected">How many were answered 202.</param>
    /// <returns>0 where each event is there once, and handled or in the queue once.</returns>
    public static async Task<int> CountAsync(string folder, EngagementId engagement, int expected)
    {
        var messages = Messages(Path.Combine(folder, "runtime.db")).GroupBy(id => id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
#pragma warning disable RS0030
        using var home = await LocalHome.OpenAsync(folder, TimeProvider.System);
#pragma warning restore RS0030
        var (kept, bodies, handled, once) = (0, 0, 0, 0);
        await foreach (var delivery in new WebhookDeliveries(home.State).ListAsync(engagement))
        {
            kept++;
            bodies += (await new WebhookBodies(home.Blobs, home.State).ReadAsync(engagement, delivery))?.Length == delivery.Length ? 1 : 0;
            handled += delivery.IsSettled ? 1 : 0;
            once += !delivery.IsSettled && messages.GetValueOrDefault(delivery.Id) == 1 ? 1 : 0;
        }

        Console.WriteLine($"kept           {kept} deliveries of {expected}, {bodies} bodies; {handled} handled meanwhile, {once} in the queue once: after kill -9");
        return kept == expected && bodies == expected && handled + once == expected ? 0 : 1;
    }

    private static IEnumerable<string> Messages(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT body FROM messages WHERE queue = 'webhooks'";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            using var message = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(reader.GetString(0))));
            yield return message.RootElement.GetProperty("delivery").GetString()!;
        }
    }
}
