using OpsAutomation.Engagements;

namespace OpsAutomation.Publishing;

/// <summary>
/// A place that documents are published to. Each method may be asked again after a crash and then finds what the first time did. Failures are those of
/// every port: refused what a person must mend, retriable what may pass.
/// </summary>
public interface IWiki
{
    /// <summary>The page of an id, or null where it is gone or in the bin.</summary>
    Task<RemotePage?> FindAsync(EngagementId engagement, PublishingTarget target, string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Whether a page that does not have the mark it was recorded with holds nothing of anybody else's all the same: what it holds is content of ours with
    /// one of these hashes, untouched. So it is after a run that was cut short between sending and recording.
    /// </summary>
    Task<bool> IsOursAsync(EngagementId engagement, PublishingTarget target, RemotePage found, IReadOnlyList<string> hashes, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a page that is not recorded. One that an interrupted run made, and that nobody changed since, is that page and gets the content.
    /// </summary>
    /// <returns>The page; null where a page of somebody else's stands in its place.</returns>
    Task<RemotePage?> CreateAsync(EngagementId engagement, PublishingTarget target, PageContent page, CancellationToken cancellationToken = default);

    /// <summary>Replaces the content of a page.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="target">Where.</param>
    /// <param name="known">The page as it was found.</param>
    /// <param name="page">What it is to hold.</param>
    /// <param name="cancellationToken">Stops before it is sent.</param>
    /// <returns>The page; null where it was changed since it was found.</returns>
    Task<RemotePage?> ReplaceAsync(EngagementId engagement, PublishingTarget target, RemotePage known, PageContent page, CancellationToken cancellationToken = default);

    /// <summary>Puts a page into the wiki's bin, from which people can take it back; one that is gone is no error.</summary>
    Task RemoveAsync(EngagementId engagement, PublishingTarget target, RemotePage known, CancellationToken cancellationToken = default);
}
