using NodaTime;

namespace OpsAutomation.Links;

/// <summary>
/// How long links of a digest work. The end is counted from a day of the digest and never from the moment of signing, so that the same
/// digest has the same links however often it is composed.
/// </summary>
public static class LinkLifetime
{
    /// <summary>Days after the week of a digest in which its way out works: long after the mail was read; a mailbox that is searched years later holds no working link.</summary>
    public const int Unsubscribe = 400;

    /// <summary>Days after the digest in which its board and its documents open.</summary>
    public const int Reading = 60;

    /// <summary>Days after the digest in which its items can be acted on.</summary>
    public const int Acting = 30;

    /// <summary>Days after a digest is due in which it can be approved: then the next one takes its place.</summary>
    public const int Approving = 7;

    /// <summary>The moment at which what works so many days after a day ends.</summary>
    internal static Instant End(LocalDate day, int days) => day.PlusDays(days + 1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
}
