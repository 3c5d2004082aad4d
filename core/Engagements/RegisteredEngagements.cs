using OpsAutomation.Ports;

namespace OpsAutomation.Engagements;

/// <summary>The engagements of the registry, read.</summary>
/// <param name="registry">The registry.</param>
/// <param name="known">What was read before; null for nothing.</param>
public sealed class RegisteredEngagements(IEngagementRegistry registry, ReadEngagements? known = null)
{
    private readonly ReadEngagements known = known ?? new();

    /// <summary>The ids of all, in ordinal order.</summary>
    public Task<IReadOnlyList<EngagementId>> ListAsync(CancellationToken cancellationToken = default) => registry.ListAsync(cancellationToken);

    /// <summary>An engagement, or null where there is none of that id.</summary>
    /// <exception cref="OpsException">Refused: its file has errors, which are listed.</exception>
    public async Task<Engagement?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default) =>
        await registry.FindAsync(engagement, cancellationToken).ConfigureAwait(false) is { } text ? known.Read(engagement, text) : null;
}
