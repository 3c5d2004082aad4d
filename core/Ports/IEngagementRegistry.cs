using OpsAutomation.Engagements;

namespace OpsAutomation.Ports;

/// <summary>Which engagements there are, and their configuration texts (YAML). The only port that is asked without an engagement.</summary>
public interface IEngagementRegistry
{
    /// <summary>Every engagement, in ordinal order.</summary>
    Task<IReadOnlyList<EngagementId>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>The configuration text and the name under which a person finds it, or null.</summary>
    Task<ConfigurationText?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default);

    /// <summary>Creates an engagement; false where there is one of that id already.</summary>
    Task<bool> CreateAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default);

    /// <summary>Replaces the configuration text of an engagement.</summary>
    Task SaveAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default);
}
