using System.Text.Json;
using System.Text.Json.Serialization;
using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>An engagement's id as JSON text; any other text is refused.</summary>
internal sealed class EngagementIdConverter : JsonConverter<EngagementId>
{
    public override EngagementId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && EngagementId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, EngagementId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
