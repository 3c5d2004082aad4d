using OpsAutomation.Engagements;

namespace OpsAutomation.Webhooks;

/// <summary>A source of an engagement that is turned on.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="Settings">How its requests are verified.</param>
/// <param name="Secrets">Its secrets, the newest first: one or two; none where it has none yet, and then nothing is accepted.</param>
internal sealed record WebhookSender(EngagementId Engagement, WebhookSettings Settings, IReadOnlyList<string> Secrets)
{
    /// <summary>Stands in for a source that is not known, so that the same work is done for it; it accepts nothing.</summary>
    public static readonly WebhookSender Nobody = new(default, new WebhookSettings { Source = "" }, []);
}
