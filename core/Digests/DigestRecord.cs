using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>What is known of the digest of a recipient and week: collection <c>digests</c>, id <c>recipient/monday</c>.</summary>
public sealed record DigestRecord
{
    /// <summary>The id of the recipient.</summary>
    public required string Recipient { get; init; }

    /// <summary>The Monday of the week.</summary>
    public required LocalDate Week { get; init; }

    /// <summary>The last approval, or null.</summary>
    public DigestApproval? Approval { get; init; }

    /// <summary>The revisions, oldest first.</summary>
    public IReadOnlyList<SentDigest> Revisions { get; init; } = [];

    /// <summary>The last revision that was sent, or null.</summary>
    public SentDigest? LastSent => Revisions.LastOrDefault(revision => revision.IsSent);

    /// <summary>The revision that a former run began to send, or null.</summary>
    public SentDigest? Unfinished => Revisions.LastOrDefault(revision => !revision.IsSent);
}
