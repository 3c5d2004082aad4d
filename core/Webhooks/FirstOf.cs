using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Webhooks;

/// <summary>Who was first for a key, remembered in state.</summary>
internal static class FirstOf
{
    /// <summary>Whether a value is the first for a key; also where it is asked for the same one again.</summary>
    /// <param name="state">Remembers it.</param>
    /// <param name="engagement">Whose key it is.</param>
    /// <param name="key">The key.</param>
    /// <param name="mine">The value: JSON.</param>
    /// <param name="cancellationToken">Stops before it is kept.</param>
    public static async Task<bool> IsAsync(IStateStore state, EngagementId engagement, StateKey key, string mine, CancellationToken cancellationToken)
    {
        try
        {
            await state.CommitAsync(engagement, [StateChange.Insert(key, mine)], cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StateConflictException)
        {
            return (await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false))?.Value == mine;
        }
    }
}
