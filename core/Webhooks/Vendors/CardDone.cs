namespace OpsAutomation.Webhooks.Vendors;

/// <summary>A card or task that is done, whatever the tool calls it.</summary>
internal static class CardDone
{
    /// <summary>The type of the event, for criteria.</summary>
    public const string Type = "card.done";
}
