using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>One revision of a digest: being sent, or sent.</summary>
public sealed record SentDigest
{
    /// <summary>1, or more for a correction.</summary>
    public required int Revision { get; init; }

    /// <summary>What is sent at most once: the hash of engagement, period, recipient and revision, hexadecimal.</summary>
    public required string Key { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The hash of the content.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The figures that it shows.</summary>
    public required IReadOnlyList<SentFigure> Figures { get; init; }

    /// <summary>Where the message is (a path or an id), or null until the mailer has said so.</summary>
    public string? Where { get; init; }

    /// <summary>When it was sent, or null until it was.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>The files that go with it.</summary>
    public IReadOnlyList<AttachedDocument>? Attachments { get; init; }

    /// <summary>The mail itself, without its files, until it was sent: after a crash the same one leaves, whatever the data say by then.</summary>
    public MailMessage? Mail { get; init; }

    /// <summary>Whether the mailer has taken it.</summary>
    public bool IsSent => SentAt is not null;
}
