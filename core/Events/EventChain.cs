using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;

namespace OpsAutomation.Events;

/// <summary>
/// The events about one thing that an endpoint has still to get, in the order in which they were taken: collection <c>event-chains</c>. Only
/// the first may leave; it goes from the chain in the same commit that settles its delivery. Nothing to get is no record.
/// </summary>
internal sealed record EventChain
{
    /// <summary>The events.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>An attempt to deliver the first is under way, until then at most: a process that died ends nothing.</summary>
    public Instant? Until { get; init; }

    /// <summary>The endpoint, and which thing.</summary>
    [JsonIgnore]
    public string Id { get; init; } = "";

    /// <summary>The event whose turn it is, or null.</summary>
    [JsonIgnore]
    public string? First => Events.Count > 0 ? Events[0] : null;

    /// <summary>The id of the chain of an event: what it is about is a subject of its family, such as a KPI that left its target and one that came back.</summary>
    public static string IdOf(string endpoint, string type, string subject)
    {
        var dot = type.IndexOf('.', StringComparison.Ordinal);
        var about = $"{(dot < 0 ? type : type[..dot])}\n{subject}";
        return $"{endpoint}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about)).AsSpan(0, 16))}";
    }
}
