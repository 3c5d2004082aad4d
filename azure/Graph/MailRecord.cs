namespace OpsAutomation.Azure.Graph;

/// <summary>What is known of a mail: collection <c>mails</c>, by its key. It names no recipient.</summary>
internal sealed record MailRecord
{
    /// <summary>How far it has come.</summary>
    public required MailStage Stage { get; init; }

    /// <summary>The mailbox that sends it.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The tenant of the mailbox; null for the operator's.</summary>
    public string? Tenant { get; init; }

    /// <summary>The hash of what it says: a draft of other content is not sent.</summary>
    public required string Content { get; init; }

    /// <summary>The immutable id of the message, once it is known.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the folder that the draft was put into.</summary>
    public string? Folder { get; init; }

    /// <summary>When the key was taken.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When sending was last asked for.</summary>
    public DateTimeOffset? Asked { get; init; }

    /// <summary>Since when the message has not been found; null where it was.</summary>
    public DateTimeOffset? Absent { get; init; }

    /// <summary>When it was found to have left.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>Until when one sender has it to itself; null for nobody.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>How many senders have had it: tells the one that has it from one that had it.</summary>
    public int Turn { get; init; }
}
