using System.Text.Json.Serialization;

namespace OpsAutomation.Feeds;

/// <summary>How a feed is kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(Jobs.LocalDateConverter), typeof(Jobs.MomentConverter)])]
[JsonSerializable(typeof(KpiFeed))]
[JsonSerializable(typeof(FeedToken))]
[JsonSerializable(typeof(string))]
internal sealed partial class KpiFeedJson : JsonSerializerContext;
