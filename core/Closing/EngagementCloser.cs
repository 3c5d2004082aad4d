using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Closing;

/// <summary>
/// Ends an engagement: its file says <c>state: closed</c>, by which timers leave it out, digests, documents and pulls end, webhooks and feeds are answered as unknown, and
/// retention counts. Done again, it changes nothing. To reopen it, set the state in its file: what retention removed meanwhile does not come back.
/// </summary>
/// <param name="state">Records.</param>
/// <param name="registry">The engagement's file.</param>
/// <param name="time">The clock.</param>
public sealed class EngagementCloser(IStateStore state, IEngagementRegistry registry, TimeProvider time)
{
    private readonly ClosureStore closures = new(state);

    /// <summary>Closes an engagement.</summary>
    /// <returns>When and by whom it was closed: now, or before.</returns>
    /// <exception cref="OpsException">Refused: its file cannot be changed.</exception>
    public async Task<Closure> RunAsync(Engagement engagement, string? by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engagement);
        if (engagement.State != EngagementState.Closed && await registry.FindAsync(engagement.Id, cancellationToken).ConfigureAwait(false) is { } text)
            await registry.SaveAsync(engagement.Id, EngagementEdit.SetValue(text, "state", "closed"), cancellationToken).ConfigureAwait(false);
        var today = time.GetUtcNow().ToInstant().InZone(engagement.Zone).Date;
        var line = AuditLog.LineOf(time, by, AuditAction.EngagementClosed, engagement.Id.Value);
        return await closures.NoteAsync(engagement.Id, new(today, by ?? AuditLog.Operator), line, cancellationToken).ConfigureAwait(false);
    }
}
