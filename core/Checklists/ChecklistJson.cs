using System.Text.Json;
using System.Text.Json.Serialization;
using OpsAutomation.Jobs;

namespace OpsAutomation.Checklists;

/// <summary>How checklists are kept in state.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(LocalDateConverter)])]
[JsonSerializable(typeof(Checklist))]
internal sealed partial class ChecklistJson : JsonSerializerContext
{
    public static string Write(Checklist checklist) => JsonSerializer.Serialize(checklist, Default.Checklist);

    public static Checklist Read(string json) => JsonSerializer.Deserialize(json, Default.Checklist) ?? throw new JsonException("The record of a checklist is empty.");
}
