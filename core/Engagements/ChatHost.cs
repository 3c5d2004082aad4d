namespace OpsAutomation.Engagements;

/// <summary>Tells by the host of a URL whether a chat takes messages there.</summary>
public static class ChatHost
{
    private static readonly string[] Slack = ["hooks.slack.com", "hooks.slack-gov.com"];

    // Workflows gives URLs of Logic Apps and of the Power Platform; the third is that of the connectors that are being retired.
    private static readonly string[] Teams = [".logic.azure.com", ".api.powerplatform.com", ".webhook.office.com"];

    /// <summary>What is at the other end.</summary>
    public static EventTarget Of(Uri url)
    {
        var host = url.IdnHost.TrimEnd('.');
        if (Slack.Contains(host, StringComparer.OrdinalIgnoreCase))
            return EventTarget.Slack;
        return Teams.Any(ending => host.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? EventTarget.Teams : EventTarget.Events;
    }
}
