namespace OpsAutomation.Digests;

/// <summary>A mail with one recipient and two bodies that say the same.</summary>
public sealed record MailMessage
{
    /// <summary>Who sends: the engagement's mailbox.</summary>
    public required MailAddress From { get; init; }

    /// <summary>The tenant of that mailbox, an id or a domain; null for the operator's.</summary>
    public string? SenderTenant { get; init; }

    /// <summary>Who receives.</summary>
    public required MailAddress To { get; init; }

    /// <summary>Who gets the answer: the OBM.</summary>
    public MailAddress? ReplyTo { get; init; }

    /// <summary>The subject, any Unicode.</summary>
    public required string Subject { get; init; }

    /// <summary>The HTML body.</summary>
    public required string Html { get; init; }

    /// <summary>The text alternative, readable by itself.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the bodies, such as <c>fr-FR</c>.</summary>
    public required string LanguageTag { get; init; }

    /// <summary>Headers beyond the usual ones, such as <c>List-Unsubscribe</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Files that go with it.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}
