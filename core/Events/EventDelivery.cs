using System.Text.Json.Serialization;
using NodaTime;
using OpsAutomation.Ports;

namespace OpsAutomation.Events;

/// <summary>The delivery of an event to an endpoint: collection <c>event-deliveries</c>.</summary>
public sealed record EventDelivery
{
    /// <summary>How many attempts were made.</summary>
    public int Attempts { get; init; }

    /// <summary>The highest attempt that was enqueued; the first is not counted.</summary>
    public int Enqueued { get; init; }

    /// <summary>When the last attempt was made.</summary>
    public Instant Last { get; init; }

    /// <summary>What the receiver answered last; null where nothing did.</summary>
    public int? Status { get; init; }

    /// <summary>Why nothing answered last; null where something did.</summary>
    public TransportFailure? Failure { get; init; }

    /// <summary>Where it stands.</summary>
    public EventDeliveryState State { get; init; }

    /// <summary>The subscription.</summary>
    [JsonIgnore]
    public string Endpoint { get; init; } = "";

    /// <summary>The event.</summary>
    [JsonIgnore]
    public string Event { get; init; } = "";
}
