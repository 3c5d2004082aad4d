namespace OpsAutomation.Functions.Http;

/// <summary>What the sender of an export is told.</summary>
/// <param name="Engagement">The engagement's id.</param>
/// <param name="Job">The key of the job that imports it.</param>
/// <param name="File">The file's name as it is kept.</param>
/// <param name="Location">The blob that holds it, within the engagement.</param>
public sealed record UploadAnswer(string Engagement, string Job, string File, string Location);
