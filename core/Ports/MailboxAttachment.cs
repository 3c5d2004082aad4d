namespace OpsAutomation.Ports;

/// <summary>What is attached to a message.</summary>
/// <param name="Id">Its id within the message.</param>
/// <param name="Name">The name as the sender wrote it: any text.</param>
/// <param name="ContentType">The media type as the sender wrote it, or null.</param>
/// <param name="Length">About how many bytes it has; the encoding may count.</param>
/// <param name="IsFile">Whether it is a file, rather than a message or a link to a file elsewhere.</param>
public sealed record MailboxAttachment(string Id, string Name, string? ContentType, long Length, bool IsFile);
