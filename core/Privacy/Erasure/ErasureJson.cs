using System.Text.Json.Serialization;
using OpsAutomation.Jobs;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>The JSON of the records of erasures.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(Jobs.MomentConverter)])]
[JsonSerializable(typeof(ErasedPerson))]
internal sealed partial class ErasureJson : JsonSerializerContext;
