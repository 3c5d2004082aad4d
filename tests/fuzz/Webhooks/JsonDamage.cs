using System.Text.Json;
using System.Text.Json.Nodes;
using OpsAutomation.Fuzz.Tests.Exports;
using OpsAutomation.Fuzz.Tests.Running;

namespace OpsAutomation.Fuzz.Tests.Webhooks;

/// <summary>Sound JSON in which a value is of another kind than anybody expects, is there twice, or is not there.</summary>
internal static class JsonDamage
{
    public static string Change(FuzzCase one, string json)
    {
        var root = JsonNode.Parse(json)!;
        for (var times = one.Random.Next(1, 4); times > 0; times--)
        {
            try
            {
                Change(one, root);
            }
            catch (ArgumentException)
            {
                // What was put in there holds a name twice, and stays as it is.
            }
        }

        var text = root.ToJsonString();
        return one.Chance(20) && text.StartsWith('{') ? "{\"type\":\"a\",\"id\":1," + text[1..] : text;
    }

    private static void Change(FuzzCase one, JsonNode node)
    {
        if (node is JsonArray list && list.Count > 0)
        {
            var at = one.Random.Next(list.Count);
            if (list[at] is JsonObject or JsonArray && one.Chance(80))
                Change(one, list[at]!);
            else
                list[at] = Value(one);
        }
        else if (node is JsonObject fields && fields.Count > 0)
        {
            var key = one.Any([.. fields.Select(field => field.Key)]);
            if (fields[key] is JsonObject or JsonArray && one.Chance(75))
                Change(one, fields[key]!);
            else if (one.Chance(15))
                fields.Remove(key);
            else
                fields[key] = Value(one);
        }
    }

    private static JsonNode? Value(FuzzCase one)
    {
        try
        {
            // Written once, since half of a surrogate pair is found only then.
            return JsonNode.Parse(JsonNode.Parse(RandomTables.JsonValue(one, 3))?.ToJsonString() ?? "null");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
