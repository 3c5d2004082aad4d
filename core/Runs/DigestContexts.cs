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
        var period = DigestPeriod.Before(day);
        var asOf = DigestPeriod.FiguresAsOf(period);
        var figures = await OnAsync(asOf, period.End, cancellationToken).ConfigureAwait(false);
        // On its first day, what stands now was read with the figures; of a later day, the KPIs are not looked at.
        var now = day == asOf ? figures : await OnAsync(day, period.End, cancellationToken).ConfigureAwait(false);
        return DigestContext.Gather(engagement, recipient, day, figures.Kpis, now.Milestones, now.Log, now.Documents, now.Imports) with
        {
            Files = standings.Files,
            Undelivered = IsObm(recipient) ? await standings.UndeliveredAsync(engagement, cancellationToken).ConfigureAwait(false) : [],
        };
    }

    private bool IsObm(Recipient recipient) => engagement.PersonAs(PersonRole.Obm) is { } obm
        && (string.Equals(obm.Email, recipient.Email, StringComparison.OrdinalIgnoreCase) || string.Equals(obm.Id, recipient.Id, StringComparison.OrdinalIgnoreCase));

    private async Task<Standing> OnAsync(LocalDate day, LocalDate rollingTo, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(day, out var standing))
            known.Add(day, standing = await standings.ReadAsync(engagement, day, today, rollingTo, cancellationToken).ConfigureAwait(false));
        return standing;
    }
}
