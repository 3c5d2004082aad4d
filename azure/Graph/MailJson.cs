using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsAutomation.Azure.Graph;

/// <summary>The JSON of the records in state.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MailRecord))]
internal sealed partial class MailJson : JsonSerializerContext
{
    /// <summary>Reads a record.</summary>
    public static MailRecord Read(string json) => JsonSerializer.Deserialize(json, Default.MailRecord) ?? throw new JsonException("A mail's record is empty.");

    /// <summary>Writes a record.</summary>
    public static string Write(MailRecord record) => JsonSerializer.Serialize(record, Default.MailRecord);
}
