namespace OpsAutomation.Publishing;

/// <summary>What a run of publishing did at a target.</summary>
/// <param name="Changed">The pages that it made, replaced or put into the bin.</param>
/// <param name="Conflicts">The pages that wait for a person.</param>
/// <param name="Unchanged">How many pages were as they should be.</param>
public sealed record PublishingReport(IReadOnlyList<PublishedPage> Changed, IReadOnlyList<PublishedPage> Conflicts, int Unchanged);
