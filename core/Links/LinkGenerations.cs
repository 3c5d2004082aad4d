using System.Globalization;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Links;

/// <summary>
/// Which generation of a holder's links is good: links carry the one they were made in, and revoking them begins the next. Collection
/// <c>link-generations</c>; no record is generation 0.
/// </summary>
public sealed class LinkGenerations(IStateStore state, TimeProvider time)
{
    private const string Collection = "link-generations";
    private const int Attempts = 20;

    /// <summary>The generation that is good now.</summary>
    public async Task<int> FindAsync(EngagementId engagement, LinkHolder holder, CancellationToken cancellationToken = default) =>
        NumberIn(await state.FindAsync(engagement, KeyOf(holder), cancellationToken).ConfigureAwait(false));

    /// <summary>Ends every link that the holder has, the way out of the digests excepted; those of digests to come work.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="holder">Whose links.</param>
    /// <param name="by">Who asks for it, for the audit record; null for the operator.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Retriable: others kept changing it at the same time.</exception>
    public async Task RevokeAsync(EngagementId engagement, LinkHolder holder, string? by, CancellationToken cancellationToken = default)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var read = await state.FindAsync(engagement, KeyOf(holder), cancellationToken).ConfigureAwait(false);
            var next = (NumberIn(read) + 1).ToString(CultureInfo.InvariantCulture);
            try
            {
                await state.CommitAsync(
                    engagement,
                    [
                        read is null ? StateChange.Insert(KeyOf(holder), next) : StateChange.Replace(read, next),
                        AuditLog.LineOf(time, by, AuditAction.LinksRevoked, holder.Id),
                    ],
                    cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (StateConflictException)
            {
                // Somebody revoked them first: once more does no harm.
            }
        }

        throw OpsException.Retriable(
            "Others keep revoking the same links at the same time: run the command again.",
            "D'autres révoquent les mêmes liens au même moment\u00a0: relancez la commande.");
    }

    private static StateKey KeyOf(LinkHolder holder) => new(Collection, holder.Key);

    private static int NumberIn(StateEntry? entry) => entry is null ? 0 : int.Parse(entry.Value, NumberStyles.None, CultureInfo.InvariantCulture);
}
