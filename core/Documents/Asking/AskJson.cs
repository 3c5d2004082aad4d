using System.Text.Json;
using System.Text.Json.Serialization;
using OpsAutomation.Jobs;

namespace OpsAutomation.Documents.Asking;

/// <summary>How it is recorded in state what people were asked for.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LocalDateConverter)])]
[JsonSerializable(typeof(AskRecord))]
internal sealed partial class AskJson : JsonSerializerContext
{
    public static string Write(AskRecord record) => JsonSerializer.Serialize(record, Default.AskRecord);

    public static AskRecord Read(string json) => JsonSerializer.Deserialize(json, Default.AskRecord) ?? throw new JsonException("The record of what a person was asked for is empty.");
}
