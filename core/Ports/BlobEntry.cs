using NodaTime;

namespace OpsAutomation.Ports;

/// <summary>A blob in a listing.</summary>
/// <param name="Path">Its path within the engagement.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Modified">When it was last written.</param>
public sealed record BlobEntry(string Path, long Length, Instant Modified)
{
    /// <summary>The store's own mark of this content, which changes whenever it is written; null where the store has none.</summary>
    public string? Version { get; init; }
}
