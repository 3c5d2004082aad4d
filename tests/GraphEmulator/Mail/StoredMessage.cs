namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>A message in a mailbox.</summary>
public sealed class StoredMessage
{
    /// <summary>The id that moves do not change.</summary>
    public required string ImmutableId { get; init; }

    /// <summary>The folder's id.</summary>
    public required string Folder { get; set; }

    /// <summary>The subject.</summary>
    public string Subject { get; set; } = "";

    /// <summary>The HTML body, or null where the only body is text.</summary>
    public string? Html { get; set; }

    /// <summary>The text body: made from the HTML where there is one.</summary>
    public string Text { get; set; } = "";

    /// <summary>Who sends.</summary>
    public MailPerson? From { get; set; }

    /// <summary>Who receives.</summary>
    public List<MailPerson> To { get; set; } = [];

    /// <summary>Who gets the answer.</summary>
    public List<MailPerson> ReplyTo { get; set; } = [];

    /// <summary>The headers that are not fields of their own.</summary>
    public List<KeyValuePair<string, string>> Headers { get; set; } = [];

    /// <summary>The Message-ID.</summary>
    public string InternetMessageId { get; set; } = "";

    /// <summary>Extended properties by id, lower case.</summary>
    public Dictionary<string, (string Id, string Value, DateTimeOffset Set)> Properties { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The attachments.</summary>
    public List<StoredAttachment> Attachments { get; } = [];

    /// <summary>Whether it is read.</summary>
    public bool IsRead { get; set; }

    /// <summary>When it came to be.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it changed last.</summary>
    public DateTimeOffset Modified { get; set; }

    /// <summary>When sending was accepted first, or null.</summary>
    public DateTimeOffset? Accepted { get; set; }

    /// <summary>Whether it is a draft still.</summary>
    public bool IsDraft { get; set; } = true;

    /// <summary>How often it changed.</summary>
    public int Changes { get; set; }

    /// <summary>The id of its place, which a move changes.</summary>
    public string PlaceId => "AAMk" + ImmutableId[4..] + "-" + Folder;
}
