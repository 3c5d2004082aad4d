namespace OpsAutomation.Webhooks;

/// <summary>A request as it came: nothing of it is believed yet.</summary>
/// <param name="Header">The value of a header by its name, whatever its case, or null; of several the values with commas between.</param>
/// <param name="Body">The raw bytes.</param>
internal sealed record WebhookRequest(Func<string, string?> Header, ReadOnlyMemory<byte> Body);
