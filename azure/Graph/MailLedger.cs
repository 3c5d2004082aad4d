using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Graph;

/// <summary>The records of mails in state, each in one sender's hands at a time.</summary>
internal sealed class MailLedger(IStateStore state, TimeProvider clock, TimeSpan lease)
{
    private const string Collection = "mails";

    /// <summary>The records whose keys begin so.</summary>
    public async Task<IReadOnlyList<MailRecord>> ListAsync(EngagementId engagement, string keyPrefix, CancellationToken cancellationToken)
    {
        List<MailRecord> records = [];
        await foreach (var entry in state.ListAsync(engagement, Collection, keyPrefix, cancellationToken).ConfigureAwait(false))
            records.Add(MailJson.Read(entry.Value));
        return records;
    }

    /// <summary>Takes a key, new or left by a sender that ended.</summary>
    /// <param name="engagement">Whose mail it is.</param>
    /// <param name="key">The key.</param>
    /// <param name="fresh">The record of a key that nobody took before.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Retriable: another sender has it.</exception>
    public async Task<MailClaim> ClaimAsync(EngagementId engagement, string key, MailRecord fresh, CancellationToken cancellationToken)
    {
        var claim = new MailClaim(state, clock, lease, engagement, new(Collection, key));
        await claim.TakeAsync(fresh, cancellationToken).ConfigureAwait(false);
        return claim;
    }
}
