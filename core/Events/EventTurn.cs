using OpsAutomation.Ports;

namespace OpsAutomation.Events;

/// <summary>A delivery and the chain that it may wait in, as they were read.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="DeliveryEntry">Its record, or null.</param>
/// <param name="Chain">The chain.</param>
/// <param name="ChainEntry">Its record, or null.</param>
internal sealed record EventTurn(EventDelivery Delivery, StateEntry? DeliveryEntry, EventChain Chain, StateEntry? ChainEntry)
{
    /// <summary>Whether it is the next to leave.</summary>
    public bool IsFirst => Chain.First == Delivery.Event;

    /// <summary>Whether others leave before it. A replayed one, or one taken before there were chains, waits for nobody.</summary>
    public bool MustWait => !IsFirst && Chain.Events.Contains(Delivery.Event, StringComparer.Ordinal);
}
