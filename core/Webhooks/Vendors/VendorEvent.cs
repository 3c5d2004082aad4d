using NodaTime;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>One event of a vendor, read in its own shape: what it says of records, and what people and criteria see of it.</summary>
/// <param name="Happening">The event as any event is seen: type, day, text and the whole object.</param>
/// <param name="At">The moment by the vendor's clock, never after it came.</param>
internal sealed record VendorEvent(GenericEvent Happening, Instant At)
{
    /// <summary>The vendor's id of the event, by which it is told apart within bodies of several; null where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>What it says of records; none where the product has no use for it.</summary>
    public IReadOnlyList<RecordChange> Changes { get; init; } = [];

    /// <summary>A type of ours that criteria may ask for beside the vendor's, such as <c>card.done</c>; null for none.</summary>
    public string? Also { get; init; }

    /// <summary>Whether the product knows what to do with events of this type; else it is kept and shown as unknown.</summary>
    public bool IsKnown { get; init; } = true;
}
