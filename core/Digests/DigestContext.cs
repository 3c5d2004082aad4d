using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;

namespace OpsAutomation.Digests;

/// <summary>Everything that a digest is made of: the same context always gives the same digest.</summary>
public sealed record DigestContext
{
    /// <summary>The engagement.</summary>
    public required Engagement Engagement { get; init; }

    /// <summary>The reader.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>The local day on which the digest is composed.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>
    /// The figures as of <see cref="DigestPeriod.FiguresAsOf"/>: weekly ones for the digest's week, monthly ones for the last complete
    /// month before, rolling ones to the end of the week.
    /// </summary>
    public IReadOnlyList<KpiResult> Kpis { get; init; } = [];

    /// <summary>The KPIs that the engagement follows, in order: what a reader who names none gets. Empty takes those with a target, then those with data.</summary>
    public IReadOnlyList<string> Followed { get; init; } = [];

    /// <summary>The 30-60-90 plan as it stands, or null for none.</summary>
    public MilestoneReport? Milestones { get; init; }

    /// <summary>Decisions, actions, risks and comments.</summary>
    public IReadOnlyList<LogItem> Log { get; init; } = [];

    /// <summary>Documents of any day; those published in the week or since are named.</summary>
    public IReadOnlyList<PublishedDocument> Documents { get; init; } = [];

    /// <summary>The sources, expected ones that never came included.</summary>
    public IReadOnlyList<DigestSource> Sources { get; init; } = [];

    /// <summary>The figures of the last digest of an earlier week that this reader got: what they became since is marked as revised.</summary>
    public IReadOnlyList<SentFigure> SentBefore { get; init; } = [];

    /// <summary>The digest of the same week that this one corrects, or null.</summary>
    public CorrectedDigest? Corrects { get; init; }

    /// <summary>The last complete ISO week before <see cref="Today"/>.</summary>
    public DateInterval Period => DigestPeriod.Before(Today);
}
