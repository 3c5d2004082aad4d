using System.Text.Json;
using System.Text.Json.Serialization;
using OpsAutomation.Exercises;
using OpsAutomation.Jobs;
using OpsAutomation.Publishing;

namespace OpsAutomation.Documents;

/// <summary>How records of documents, of their pages elsewhere and of exercises are written in state.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LocalDateConverter)])]
[JsonSerializable(typeof(DocumentRecord))]
[JsonSerializable(typeof(Exercise))]
[JsonSerializable(typeof(PublishedPage))]
internal sealed partial class DocumentJson : JsonSerializerContext
{
    public static string Write(DocumentRecord record) => JsonSerializer.Serialize(record, Default.DocumentRecord);

    public static string Write(Exercise exercise) => JsonSerializer.Serialize(exercise, Default.Exercise);

    public static string Write(PublishedPage page) => JsonSerializer.Serialize(page, Default.PublishedPage);

    public static Exercise ReadExercise(string json) => JsonSerializer.Deserialize(json, Default.Exercise) ?? throw new JsonException("The record of an exercise is empty.");

    public static PublishedPage ReadPage(string json) => JsonSerializer.Deserialize(json, Default.PublishedPage) ?? throw new JsonException("The record of a page is empty.");
}
