using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Digests;

/// <summary>
/// Which digests are due. Each recipient has a local weekday and time in the engagement's zone; a time that a change to summer time
/// skips is moved by the hour that is missing, one that occurs twice is taken the first time. After downtime the newest due digest is sent late, older ones never.
/// </summary>
public static class DigestSchedule
{
    /// <summary>The digest that is due for each recipient at a moment, sent or not: at most one each. None unless the engagement runs.</summary>
    public static IReadOnlyList<DueDigest> Due(Engagement engagement, Instant now) => engagement.State is EngagementState.Active or EngagementState.Handover
        ? [.. engagement.Recipients.Select(recipient => Newest(engagement, recipient, now)).OfType<DueDigest>()]
        : [];

    /// <summary>Whether a due digest leaves at a moment, or what it waits for.</summary>
    /// <param name="due">The digest.</param>
    /// <param name="sources">The sources as they stand.</param>
    /// <param name="approved">Whether its content is approved.</param>
    /// <param name="now">The moment.</param>
    public static DigestReadiness Readiness(DueDigest due, IReadOnlyList<DigestSource> sources, bool approved, Instant now)
    {
        var waits = due.LatestAt is { } latest && now < latest;
        if (waits && sources.Any(source => !source.Entered && (source.Taken is null || source.Taken < due.Period.End)))
            return DigestReadiness.AwaitSources;
        if (!due.Recipient.ReviewRequired || approved)
            return DigestReadiness.Send;
        var late = due.LatestAt is not null && !waits;
        return late && due.Recipient.SendUnapproved ? DigestReadiness.SendUnapproved : DigestReadiness.AwaitReview;
    }

    /// <summary>
    /// Whether the OBM is asked to read a digest now: while it waits for her; and, where it will leave without her, also while it still
    /// waits for sources, from an hour before it leaves.
    /// </summary>
    /// <param name="due">The digest.</param>
    /// <param name="readiness">What it waits for.</param>
    /// <param name="approved">Whether its content is approved.</param>
    /// <param name="now">The moment.</param>
    public static bool IsReviewDue(DueDigest due, DigestReadiness readiness, bool approved, Instant now) => readiness switch
    {
        DigestReadiness.AwaitReview => true,
        DigestReadiness.AwaitSources => !approved && due.Recipient is { ReviewRequired: true, SendUnapproved: true } && due.LatestAt - now <= Duration.FromHours(1),
        _ => false,
    };

    private static DueDigest? Newest(Engagement engagement, Recipient recipient, Instant now)
    {
        var today = now.InZone(engagement.Zone).Date;
        var day = today.PlusDays(-(((int)today.DayOfWeek - (int)recipient.Day + 7) % 7));
        var dueAt = engagement.Zone.AtLeniently(day + recipient.Time).ToInstant();
        if (dueAt > now)
        {
            day = day.PlusDays(-7);
            dueAt = engagement.Zone.AtLeniently(day + recipient.Time).ToInstant();
        }

        var period = DigestPeriod.Before(day);
        // A week that ended before the engagement began is not its business; a paused day is skipped and not made up for.
        if (period.End < engagement.Start || recipient.Pause?.Holds(day) == true)
            return null;
        Instant? latestAt = recipient.Latest is { } latest && latest > recipient.Time
            ? engagement.Zone.AtLeniently(day + latest).ToInstant()
            : null;
        return new(recipient, day, period, dueAt, latestAt);
    }
}
