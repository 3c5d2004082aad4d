using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;

namespace OpsAutomation.Runs;

/// <summary>Gathers what digests are made of. Readers of the same day share what is the same for all of them.</summary>
public sealed class DigestContexts(StandingReader standings, Engagement engagement, LocalDate today)
{
    private readonly Dictionary<LocalDate, Standing> known = [];

    /// <summary>The context of a reader's digest on a day.</summary>
    public async Task<DigestContext> ForAsync(Recipient recipient, LocalDate day, CancellationToken cancellationToken = default)
    {
        // The figures are those of the week that ended, whatever the day of the week on which the reader gets them.
        var asOf = DigestPeriod.FiguresAsOf(DigestPeriod.Before(day));
        var figures = await OnAsync(asOf, cancellationToken).ConfigureAwait(false);
        var now = await OnAsync(day, cancellationToken).ConfigureAwait(false);
        return DigestContext.Gather(engagement, recipient, day, figures.Kpis, now.Milestones, now.Log, now.Documents, now.Imports);
    }

    private async Task<Standing> OnAsync(LocalDate day, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(day, out var standing))
            known.Add(day, standing = await standings.ReadAsync(engagement, day, today, cancellationToken).ConfigureAwait(false));
        return standing;
    }
}
