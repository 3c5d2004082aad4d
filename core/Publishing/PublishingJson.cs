using System.Text.Json;
using System.Text.Json.Serialization;
using OpsAutomation.Jobs;

namespace OpsAutomation.Publishing;

/// <summary>How pages are recorded in state.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LocalDateConverter)])]
[JsonSerializable(typeof(PublishedPage))]
internal sealed partial class PublishingJson : JsonSerializerContext
{
    public static string Write(PublishedPage page) => JsonSerializer.Serialize(page, Default.PublishedPage);

    public static PublishedPage Read(string json) => JsonSerializer.Deserialize(json, Default.PublishedPage) ?? throw new JsonException("The record of a page is empty.");
}
