using System.Text.Json.Serialization;
using OpsAutomation.Jobs;

namespace OpsAutomation.Events;

/// <summary>The JSON of the records of events in state.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(MomentConverter)])]
[JsonSerializable(typeof(OutgoingEvent))]
[JsonSerializable(typeof(EventDelivery))]
[JsonSerializable(typeof(EventChain))]
internal sealed partial class EventJson : JsonSerializerContext;
