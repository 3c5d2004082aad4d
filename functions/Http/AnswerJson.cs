using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using OpsAutomation.Functions.Health;

namespace OpsAutomation.Functions.Http;

/// <summary>The JSON of answers, made by the compiler.</summary>
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(UploadAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    /// <summary>With accents as they are: people read these answers in a terminal.</summary>
    public static AnswerJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
