using System.Text.Json;
using System.Text.Json.Serialization;
using OpsAutomation.Jobs;

namespace OpsAutomation.Digests;

/// <summary>The JSON of the records in state.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(LocalDateConverter), typeof(MomentConverter)])]
[JsonSerializable(typeof(DigestRecord))]
[JsonSerializable(typeof(DigestPause))]
internal sealed partial class DigestJson : JsonSerializerContext
{
    /// <summary>Reads a record.</summary>
    public static DigestRecord Record(string json) =>
        JsonSerializer.Deserialize(json, Default.DigestRecord) ?? throw new JsonException("A digest's record is empty.");

    /// <summary>Reads a pause.</summary>
    public static DigestPause Pause(string json) =>
        JsonSerializer.Deserialize(json, Default.DigestPause) ?? throw new JsonException("A digest's pause is empty.");

    /// <summary>Writes a record.</summary>
    public static string Write(DigestRecord record) => JsonSerializer.Serialize(record, Default.DigestRecord);

    /// <summary>Writes a pause.</summary>
    public static string Write(DigestPause pause) => JsonSerializer.Serialize(pause, Default.DigestPause);
}
