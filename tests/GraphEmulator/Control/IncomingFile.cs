namespace OpsAutomation.GraphEmulator.Control;

/// <summary>A file of an incoming mail.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes, base64 in JSON.</param>
/// <param name="ContentType">Its media type.</param>
public sealed record IncomingFile(string Name, byte[] Content, string ContentType = "application/octet-stream")
{
    /// <summary>Whether the text shows it.</summary>
    public bool IsInline { get; init; }

    /// <summary>Whether it is a message, which is no file to Graph.</summary>
    public bool IsMessage { get; init; }
}
