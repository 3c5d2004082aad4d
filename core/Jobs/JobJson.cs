using System.Text.Json.Serialization;

namespace OpsAutomation.Jobs;

/// <summary>The JSON of messages, made by the compiler, so that no host's serializer matters.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(EngagementIdConverter), typeof(LocalDateConverter)])]
[JsonSerializable(typeof(JobHeader))]
[JsonSerializable(typeof(ExportJob))]
[JsonSerializable(typeof(InboxJob))]
[JsonSerializable(typeof(KpiJob))]
[JsonSerializable(typeof(DocumentJob))]
[JsonSerializable(typeof(PublishJob))]
[JsonSerializable(typeof(DigestJob))]
[JsonSerializable(typeof(WebhookJob))]
[JsonSerializable(typeof(EventJob))]
internal sealed partial class JobJson : JsonSerializerContext;
