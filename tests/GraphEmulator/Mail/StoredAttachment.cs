using System.Text.Json.Nodes;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>A file attached to a message.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The file's name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record StoredAttachment(string Id, string Name, string ContentType, byte[] Content)
{
    /// <summary>Whether the text shows it.</summary>
    public bool IsInline { get; init; }

    /// <summary>Whether it is a message.</summary>
    public bool IsMessage { get; init; }

    internal JsonObject ToJson(bool withContent) => withContent && !IsMessage
        ? new(Fields().Append(new("contentBytes", Convert.ToBase64String(Content))))
        : new(Fields());

    private IEnumerable<KeyValuePair<string, JsonNode?>> Fields() =>
    [
        new("@odata.type", IsMessage ? "#microsoft.graph.itemAttachment" : "#microsoft.graph.fileAttachment"),
        new("id", Id),
        new("name", Name),
        new("contentType", ContentType),
        // Graph counts what surrounds the file too, so that a size is never the file's own.
        new("size", Content.Length + 180),
        new("isInline", IsInline),
    ];
}
