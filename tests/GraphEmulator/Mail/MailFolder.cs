using System.Text.Json.Nodes;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>A folder of a mailbox.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="WellKnown">The name that serves as an id too, such as <c>drafts</c>; null for none.</param>
/// <param name="Parent">The id of the folder that it lies in; null for the top.</param>
public sealed record MailFolder(string Id, string Name, string? WellKnown, string? Parent)
{
    internal JsonObject ToJson(int messages, int unread, int children) => new()
    {
        ["id"] = Id,
        ["displayName"] = Name,
        ["parentFolderId"] = Parent ?? "root",
        ["childFolderCount"] = children,
        ["totalItemCount"] = messages,
        ["unreadItemCount"] = unread,
    };
}
