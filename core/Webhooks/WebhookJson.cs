using System.Text.Json.Serialization;
using OpsAutomation.Jobs;

namespace OpsAutomation.Webhooks;

/// <summary>The JSON of the records of webhooks in state.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(MomentConverter), typeof(LocalDateConverter)])]
[JsonSerializable(typeof(WebhookDelivery))]
[JsonSerializable(typeof(StoredHappening))]
internal sealed partial class WebhookJson : JsonSerializerContext;
