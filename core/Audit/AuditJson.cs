using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace OpsAutomation.Audit;

/// <summary>How lines are kept in state.</summary>
internal static partial class AuditJson
{
    public static string Write(AuditEntry entry) => JsonSerializer.Serialize(
        new Stored(InstantPattern.ExtendedIso.Format(entry.At), entry.Actor, entry.Action, entry.Subject), AuditJsonContext.Default.Stored);

    public static AuditEntry Read(string json)
    {
        var stored = JsonSerializer.Deserialize(json, AuditJsonContext.Default.Stored) ?? throw new InvalidDataException("A line of the audit record is empty.");
        return new() { At = InstantPattern.ExtendedIso.Parse(stored.At).Value, Actor = stored.Actor, Action = stored.Action, Subject = stored.Subject };
    }

    internal sealed record Stored(string At, string Actor, string Action, string Subject);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Stored))]
    private sealed partial class AuditJsonContext : JsonSerializerContext;
}
