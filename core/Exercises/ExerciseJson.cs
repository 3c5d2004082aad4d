using System.Text.Json;
using System.Text.Json.Serialization;
using OpsAutomation.Jobs;

namespace OpsAutomation.Exercises;

/// <summary>How exercises are kept in state.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LocalDateConverter)])]
[JsonSerializable(typeof(Exercise))]
internal sealed partial class ExerciseJson : JsonSerializerContext
{
    public static string Write(Exercise exercise) => JsonSerializer.Serialize(exercise, Default.Exercise);

    public static Exercise Read(string json) => JsonSerializer.Deserialize(json, Default.Exercise) ?? throw new JsonException("The record of an exercise is empty.");
}
