namespace OpsAutomation.Engagements;

/// <summary>The attachments of the messages in a folder of a mailbox.</summary>
/// <param name="Mailbox">The address of the mailbox.</param>
/// <param name="Folder">The folder by its names from the top, such as <c>Inbox/Exports</c>.</param>
/// <param name="Senders">Whose messages count: addresses, or whole domains such as <c>@hubspot.com</c>.</param>
/// <param name="MoveTo">The folder that messages are moved to once their exports are on their way.</param>
public sealed record MailboxOrigin(string Mailbox, string Folder, IReadOnlyList<string> Senders, string MoveTo) : SourceOrigin
{
    /// <summary>The tenant that it is in, an id or a domain; null for the operator's own.</summary>
    public string? Tenant { get; init; }

    /// <summary>Whether a message from an address counts.</summary>
    public bool Accepts(string? sender) => sender is not null && Senders.Any(allowed => allowed.StartsWith('@')
        ? sender.EndsWith(allowed, StringComparison.OrdinalIgnoreCase)
        : sender.Equals(allowed, StringComparison.OrdinalIgnoreCase));
}
