using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>Documents to publish to a wiki, on the queue of documents.</summary>
/// <param name="Engagement">Whose.</param>
/// <param name="Key"><c>publish/{target}</c>: a run publishes all that is due, so that one is as good as several.</param>
/// <param name="Target">The id of the target.</param>
public sealed record PublishJob(EngagementId Engagement, string Key, string Target) : Job(Engagement, Key)
{
    /// <summary>What the keys of this work begin with, and of no other on its queue.</summary>
    public const string Prefix = "publish/";

    /// <summary>The work for a target.</summary>
    public static PublishJob Of(EngagementId engagement, string target) => new(engagement, Prefix + target, target);
}
