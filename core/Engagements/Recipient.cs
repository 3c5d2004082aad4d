using NodaTime;
using OpsAutomation.Locales;

namespace OpsAutomation.Engagements;

/// <summary>A person who gets the weekly digest.</summary>
public sealed record Recipient
{
    /// <summary>The id by which commands name the recipient.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>The address.</summary>
    public required string Email { get; init; }

    /// <summary>The reader's locale.</summary>
    public required Locale Locale { get; init; }

    /// <summary>The KPIs to show, in order, at most five are; empty takes those the engagement follows.</summary>
    public IReadOnlyList<string> Kpis { get; init; } = [];

    /// <summary>The day of the week on which the digest is due.</summary>
    public IsoDayOfWeek Day { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>The local time at which it is due.</summary>
    public LocalTime Time { get; init; } = new(7, 30);

    /// <summary>Whether the OBM approves each digest before it leaves.</summary>
    public bool ReviewRequired { get; init; }

    /// <summary>The latest local time for the review and for sources that are waited for; null for none.</summary>
    public LocalTime? Latest { get; init; }

    /// <summary>Whether an unapproved digest leaves at the latest hour; else it waits.</summary>
    public bool SendUnapproved { get; init; }

    /// <summary>Whether the documents published in the week go with the digest.</summary>
    public bool AttachDocuments { get; init; }

    /// <summary>What the signed links in the digests are for.</summary>
    public RecipientLinks Links { get; init; } = RecipientLinks.Act;

    /// <summary>Days, inclusive, in which nothing is sent; null for none.</summary>
    public DatePause? Pause { get; init; }
}
