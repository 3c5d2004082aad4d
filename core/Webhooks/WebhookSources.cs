using NodaTime;

namespace OpsAutomation.Webhooks;

/// <summary>The sources of all engagements as they were at a moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Senders">The sources, by engagement and source as a URL names them.</param>
internal sealed record WebhookSources(Instant At, IReadOnlyDictionary<(string Engagement, string Source), WebhookSender> Senders)
{
    /// <summary>The source of a request, or the one that accepts nothing.</summary>
    public WebhookSender Find(WebhookCall call) => Senders.GetValueOrDefault((call.Engagement ?? "", call.Source ?? "")) ?? WebhookSender.Nobody;
}
