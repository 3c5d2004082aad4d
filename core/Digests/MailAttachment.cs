namespace OpsAutomation.Digests;

/// <summary>A file that goes with a mail.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record MailAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content);
