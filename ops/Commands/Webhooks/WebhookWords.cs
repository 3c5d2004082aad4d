using OpsAutomation.Events;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>The words for what became of events.</summary>
internal static class WebhookWords
{
    /// <summary>Of one that came in.</summary>
    public static LocalizedText Of(WebhookOutcome outcome) => outcome switch
    {
        WebhookOutcome.Received => new("waiting", "en attente"),
        WebhookOutcome.Applied => new("applied", "appliqué"),
        WebhookOutcome.Kept => new("kept", "conservé"),
        WebhookOutcome.Tested => new("test", "essai"),
        WebhookOutcome.Unreadable => new("unreadable", "illisible"),
        WebhookOutcome.Repeated => new("repeated", "déjà reçu"),
        _ => new("refused", "refusé"),
    };

    /// <summary>Of one that went out.</summary>
    public static LocalizedText Of(EventDeliveryState state) => state switch
    {
        EventDeliveryState.Waiting => new("retrying", "nouvelle tentative prévue"),
        EventDeliveryState.Delivered => new("delivered", "livré"),
        EventDeliveryState.Dead => new("dead letter", "message en échec"),
        _ => new("withdrawn", "retiré"),
    };
}
