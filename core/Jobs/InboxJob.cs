using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>Something new lies in the inbox of an engagement: it is to be looked at.</summary>
/// <param name="Engagement">Whose inbox it is.</param>
/// <param name="Key"><see cref="JobKey"/>: a look takes all that is new, so that one is as good as several.</param>
public sealed record InboxJob(EngagementId Engagement, string Key) : Job(Engagement, Key)
{
    /// <summary>The key of every look: no file has it.</summary>
    public const string JobKey = "look:inbox";
}
