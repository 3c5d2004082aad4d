using OpsAutomation.Engagements;

namespace OpsAutomation.Ports;

/// <summary>
/// The secrets of engagements: what webhooks are verified by and events and links signed with. A name is <see cref="SecretName"/>'s; of
/// each, the two newest values are valid at a time, so that one can be replaced without an hour in which neither side knows the other.
/// </summary>
public interface ISecretStore
{
    /// <summary>The values that are valid, the newest first: none, one or two. An adapter may answer from what it read within the last minute.</summary>
    /// <exception cref="OpsException">Refused: the store may be read by others, or denies access. Retriable: it failed.</exception>
    Task<IReadOnlyList<string>> FindAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default);

    /// <summary>Adds a value as the newest: the newest so far stays valid beside it, an older one ends.</summary>
    /// <exception cref="OpsException">Refused: the store denies access. Retriable: it failed.</exception>
    Task RotateAsync(EngagementId engagement, string name, string value, CancellationToken cancellationToken = default);

    /// <summary>Ends every value; a name that has none is no error.</summary>
    /// <exception cref="OpsException">Refused: the store denies access. Retriable: it failed.</exception>
    Task RemoveAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default);
}
