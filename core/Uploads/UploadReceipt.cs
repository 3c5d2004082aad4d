using OpsAutomation.Engagements;

namespace OpsAutomation.Uploads;

/// <summary>What became of an upload: stored and waiting to be imported.</summary>
/// <param name="Engagement">Whose it is.</param>
/// <param name="Job">The key of the job that imports it.</param>
/// <param name="File">Its name, without folders.</param>
/// <param name="Location">The blob that holds it, within the engagement.</param>
public sealed record UploadReceipt(EngagementId Engagement, string Job, string File, string Location);
