namespace OpsAutomation.Engagements;

/// <summary>A file behind a public link.</summary>
/// <param name="Link">The link, https.</param>
/// <param name="Every">How often it is fetched.</param>
public sealed record UrlOrigin(Uri Link, PullSchedule Every) : SourceOrigin;
