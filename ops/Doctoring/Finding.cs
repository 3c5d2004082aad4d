using OpsAutomation.Engagements;

namespace OpsAutomation.Ops.Doctoring;

/// <summary>What one check found.</summary>
/// <param name="Id">The check, stable, such as <c>disk-space</c>.</param>
/// <param name="Status">How it is.</param>
/// <param name="What">What was found.</param>
/// <param name="Mend">What to do; null where there is nothing.</param>
/// <param name="Engagement">Whose it is; null for the place itself.</param>
internal sealed record Finding(string Id, FindingStatus Status, LocalizedText What, LocalizedText? Mend = null, EngagementId? Engagement = null)
{
    /// <summary>Something that is as it should be.</summary>
    public static Finding Ok(string id, string en, string fr, EngagementId? engagement = null) => new(id, FindingStatus.Ok, new(en, fr), null, engagement);

    /// <summary>Something to look at.</summary>
    public static Finding Warn(string id, LocalizedText what, LocalizedText? mend = null, EngagementId? engagement = null) => new(id, FindingStatus.Warn, what, mend, engagement);

    /// <summary>Something that does not work.</summary>
    public static Finding Fail(string id, LocalizedText what, LocalizedText? mend = null, EngagementId? engagement = null) => new(id, FindingStatus.Fail, what, mend, engagement);

    /// <summary>A failure that says by itself what to do.</summary>
    public static Finding Of(string id, OpsException failure, EngagementId? engagement = null) => Fail(id, failure.Text, null, engagement);
}
