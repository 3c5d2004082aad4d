using System.Text.Json.Serialization;
using NodaTime;

namespace OpsAutomation.Webhooks;

/// <summary>A delivery that was verified: collection <c>webhook-deliveries</c>. <see cref="WebhookBodies"/> has its body.</summary>
public sealed record WebhookDelivery
{
    /// <summary>The source.</summary>
    public required string Source { get; init; }

    /// <summary>The sender's id of the event; null where it gave none. Clipped.</summary>
    public string? SenderId { get; init; }

    /// <summary>When it came first.</summary>
    public required Instant Received { get; init; }

    /// <summary>The media type of its body, in lower case and without parameters; null for <c>application/json</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>The event's name where a header says it (GitHub: <c>issues</c>, <c>ping</c>); null where the body does.</summary>
    public string? EventName { get; init; }

    /// <summary>The bytes of its body.</summary>
    public required int Length { get; init; }

    /// <summary>What became of it.</summary>
    public WebhookOutcome Outcome { get; init; }

    /// <summary>The types of its events, each once; those that say none are left out.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>What it did: ids of items, KPIs and criteria, and records as <c>deal 9001</c>.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>How many of its events are of a type that neither the product nor the engagement's file has a use for.</summary>
    public int Unknown { get; init; }

    /// <summary>Why it was refused; else null.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>When it was settled; null while it waits.</summary>
    public Instant? Settled { get; init; }

    /// <summary>The id of the record: source and, hashed, the sender's id.</summary>
    [JsonIgnore]
    public string Id { get; init; } = "";

    /// <summary>The blob of the body, where that is one.</summary>
    [JsonIgnore]
    public string Path => PathOf(Id);

    /// <summary>Whether nothing is left to do.</summary>
    [JsonIgnore]
    public bool IsSettled => Outcome is not (WebhookOutcome.Received or WebhookOutcome.Refused);

    /// <summary>The blob of the body of a delivery.</summary>
    internal static string PathOf(string id) => $"webhooks/{id}";
}
