namespace OpsAutomation.Webhooks;

/// <summary>A request as the host hands it over.</summary>
/// <param name="Engagement">The engagement as the URL says: any text.</param>
/// <param name="Source">The source as the URL says: any text.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="ContentType">The header <c>Content-Type</c>, or null.</param>
/// <param name="Header">Gives a header by its name, whatever the case, or null where it is absent; of one that came several times the values with commas between.</param>
/// <param name="Body">The raw body; read once, never further than its limit.</param>
public sealed record WebhookCall(string? Engagement, string? Source, string Method, string? ContentType, Func<string, string?> Header, Stream Body)
{
    /// <summary>The path and query as they were sent, escapes and all; by default the source's own.</summary>
    public string Target { get; init; } = WebhookAddresses.PathOf(Engagement, Source);
}
