namespace OpsAutomation.Events;

/// <summary>Where the delivery of an event stands.</summary>
public enum EventDeliveryState
{
    /// <summary>It waits for its next attempt.</summary>
    Waiting,

    /// <summary>The receiver took it.</summary>
    Delivered,

    /// <summary>It is tried no more: a dead letter says why.</summary>
    Dead,

    /// <summary>The subscription is no longer in the engagement's file.</summary>
    Withdrawn,
}
