using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Publishing;

/// <summary>
/// Keeps two runs from publishing to the same target at once: of both, each would make the pages. A run that was killed holds it for a few minutes.
/// Collection <c>publishing-claims</c>.
/// </summary>
internal sealed class PublishingClaim(IStateStore state, TimeProvider time, EngagementId engagement, string target)
{
    private static readonly Duration Held = Duration.FromMinutes(3);
    private readonly StateKey key = new("publishing-claims", target);

    /// <summary>Takes it.</summary>
    /// <exception cref="OpsException">Retriable: another run has it.</exception>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToInstant();
        var known = await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false);
        if (known is not null && InstantPattern.ExtendedIso.Parse(known.Value.Trim('"')).Value is var until && until > now)
            throw Busy((until - now).ToTimeSpan());
        try
        {
            await state.CommitAsync(engagement, [new StateChange(key, Until(now), known?.ETag)], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException)
        {
            throw Busy(Held.ToTimeSpan());
        }
    }

    /// <summary>Holds it for some minutes more.</summary>
    public Task RenewAsync(CancellationToken cancellationToken) =>
        state.CommitAsync(engagement, [StateChange.Put(key, Until(time.GetUtcNow().ToInstant()))], cancellationToken);

    /// <summary>Gives it back.</summary>
    public Task ReleaseAsync() => state.CommitAsync(engagement, [StateChange.Remove(key)], CancellationToken.None);

    private static string Until(Instant now) => $"\"{InstantPattern.ExtendedIso.Format(now + Held)}\"";

    private static OpsException Busy(TimeSpan wait) => new(FailureKind.Retriable, new(
        "Another run is publishing to the same place. Nothing was changed: try again in a few minutes.",
        "Une autre exécution publie au même endroit. Rien n'a été modifié\u00a0: réessayez dans quelques minutes."))
    {
        RetryAfter = wait,
    };
}
