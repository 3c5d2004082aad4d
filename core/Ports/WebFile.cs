namespace OpsAutomation.Ports;

/// <summary>A fetched file.</summary>
/// <param name="content">Its bytes, to be read once.</param>
public sealed class WebFile(Stream content) : IAsyncDisposable
{
    /// <summary>Its bytes, to be read once.</summary>
    public Stream Content { get; } = content;

    /// <summary>Its name as the server or the link gives it: any text.</summary>
    public required string Name { get; init; }

    /// <summary>The media type as the server gives it, without parameters; or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>Its version, to ask with the next time.</summary>
    public WebVersion? Version { get; init; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
