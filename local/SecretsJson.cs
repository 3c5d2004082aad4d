using System.Text.Json.Serialization;

namespace OpsAutomation.Local;

/// <summary>The JSON of the file of secrets: values by name by engagement, the newest first.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(SortedDictionary<string, SortedDictionary<string, List<string>>>), TypeInfoPropertyName = "Secrets")]
internal sealed partial class SecretsJson : JsonSerializerContext;
