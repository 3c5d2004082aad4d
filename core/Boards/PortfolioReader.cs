using OpsAutomation.Engagements;
using OpsAutomation.Heartbeats;

namespace OpsAutomation.Boards;

/// <summary>Reads the portfolio: every client as it stands now. One that cannot be read does not hide the others.</summary>
public sealed class PortfolioReader(RegisteredEngagements engagements, BoardReader boards, HeartbeatReader heartbeats)
{
    /// <summary>All clients, those that need attention first.</summary>
    public async Task<Portfolio> ReadAsync(Language language, CancellationToken cancellationToken = default)
    {
        var lines = new List<PortfolioLine>();
        foreach (var id in await engagements.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await LineAsync(id, language, cancellationToken).ConfigureAwait(false) is { } line)
                lines.Add(line);
        }

        return new(language, [.. lines.OrderByDescending(line => line.Weight).ThenBy(line => line.Client, StringComparer.OrdinalIgnoreCase)]);
    }

    private async Task<PortfolioLine?> LineAsync(EngagementId id, Language language, CancellationToken cancellationToken)
    {
        try
        {
            if (await engagements.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } engagement)
                return null;
            var standing = await boards.StandingAsync(engagement, cancellationToken).ConfigureAwait(false);
            var overdue = await heartbeats.ReadAsync(engagement, cancellationToken).ConfigureAwait(false);
            return PortfolioComposer.Compose(standing, BoardReader.LocaleOf(engagement, language), overdue.Count);
        }
        catch (OpsException failure)
        {
            return PortfolioComposer.Unreadable(id, failure, language);
        }
    }
}
