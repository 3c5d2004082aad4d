using System.Text.Json;
using System.Text.Json.Serialization;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs.DeadLetters;

/// <summary>How dead letters are kept in state.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(MomentConverter)])]
[JsonSerializable(typeof(DeadLetter))]
internal sealed partial class DeadLetterJson : JsonSerializerContext
{
    /// <summary>Reads a record.</summary>
    public static DeadLetter Read(EngagementId engagement, StateEntry entry) =>
        (JsonSerializer.Deserialize(entry.Value, Default.DeadLetter) ?? throw new InvalidDataException("The record of a dead letter is empty."))
        with
        { Engagement = engagement };

    /// <summary>Writes a record.</summary>
    public static string Write(DeadLetter letter) => JsonSerializer.Serialize(letter, Default.DeadLetter);
}
