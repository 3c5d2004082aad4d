using System.Text.Json.Serialization;

namespace OpsAutomation.Local.Backup;

/// <summary>How manifests and holds are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(BackupManifest))]
[JsonSerializable(typeof(RestoredHold))]
internal sealed partial class BackupJson : JsonSerializerContext;
