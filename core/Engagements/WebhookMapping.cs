using OpsAutomation.Logbook;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Engagements;

/// <summary>What an event of a type does: it enters a reading, tells of a record, or adds an item to the logbook.</summary>
/// <param name="On">The type of event, whatever its case.</param>
public sealed record WebhookMapping(string On)
{
    /// <summary>The KPI that it is a reading of; null where it is none.</summary>
    public string? Kpi { get; init; }

    /// <summary>Of a reading: where its value is, in the KPI's unit.</summary>
    public JsonPath? Value { get; init; }

    /// <summary>Of a reading: where its day is; null takes the day of the event.</summary>
    public JsonPath? Date { get; init; }

    /// <summary>The record that it tells of; null where it tells of none.</summary>
    public WebhookRecord? Record { get; init; }

    /// <summary>The kind of the item that it adds to the logbook; null where it adds none.</summary>
    public LogKind? Item { get; init; }

    /// <summary>Of an item: where its text is.</summary>
    public JsonPath? Text { get; init; }

    /// <summary>Whether it is about events of a type.</summary>
    internal bool IsOn(string? type) => string.Equals(On, type, StringComparison.OrdinalIgnoreCase);
}
