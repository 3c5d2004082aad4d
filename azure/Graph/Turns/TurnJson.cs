using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsAutomation.Azure.Graph.Turns;

/// <summary>The JSON of the records of turns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TurnRecord))]
internal sealed partial class TurnJson : JsonSerializerContext
{
    /// <summary>Reads a record.</summary>
    public static TurnRecord Read(string json) => JsonSerializer.Deserialize(json, Default.TurnRecord) ?? throw new JsonException("A mailbox's record is empty.");

    /// <summary>Writes a record.</summary>
    public static string Write(TurnRecord record) => JsonSerializer.Serialize(record, Default.TurnRecord);
}
