namespace OpsAutomation.Webhooks;

/// <summary>A request as it came: nothing of it is believed yet.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Urls">The URLs under which the sender may know the app, with the path and query as sent.</param>
/// <param name="Header">The value of a header by its name, whatever its case, or null; of several the values with commas between.</param>
/// <param name="ContentType">The media type where it is not JSON; null for JSON.</param>
/// <param name="Body">The raw bytes.</param>
internal sealed record WebhookRequest(string Method, IReadOnlyList<string> Urls, Func<string, string?> Header, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether the body is a form.</summary>
    public bool IsForm => ContentType is not null;
}
