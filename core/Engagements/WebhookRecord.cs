using OpsAutomation.Webhooks;

namespace OpsAutomation.Engagements;

/// <summary>The record that an event of a tool without a shape of its own tells of.</summary>
/// <param name="Profile">The profile of that tool's exports: it says what the records are, and makes both known by the same id.</param>
/// <param name="Id">Where the record's id is.</param>
/// <param name="Fields">Where the new values of its fields are, by field.</param>
public sealed record WebhookRecord(string Profile, JsonPath Id, IReadOnlyDictionary<string, JsonPath> Fields)
{
    /// <summary>Where the moment of the change is; null takes the one at which the event came.</summary>
    public JsonPath? At { get; init; }
}
