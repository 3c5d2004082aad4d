using System.Text.Json.Serialization;
using NodaTime;

namespace OpsAutomation.Events;

/// <summary>An event that is told: collection <c>events</c>.</summary>
public sealed record OutgoingEvent
{
    /// <summary>One of <see cref="EventTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>When it happened.</summary>
    public required Instant Occurred { get; init; }

    /// <summary>When it was taken to be told; null where that was before it was kept.</summary>
    public Instant? Taken { get; init; }

    /// <summary>What happened: a JSON object.</summary>
    public required string Data { get; init; }

    /// <summary>The subscriptions that it is told to: those that there were when it happened.</summary>
    public IReadOnlyList<string> Endpoints { get; init; } = [];

    /// <summary>Whether a message for each of them was enqueued.</summary>
    public bool Enqueued { get; init; }

    /// <summary>The id: the same whenever the same event is taken again.</summary>
    [JsonIgnore]
    public string Id { get; init; } = "";
}
