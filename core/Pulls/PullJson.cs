using System.Text.Json.Serialization;

namespace OpsAutomation.Pulls;

/// <summary>How pulls are kept in state.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(PullRecord))]
[JsonSerializable(typeof(PullCursor))]
[JsonSerializable(typeof(UrlRecord))]
[JsonSerializable(typeof(SourceStatus))]
internal sealed partial class PullJson : JsonSerializerContext;
