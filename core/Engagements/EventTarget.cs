namespace OpsAutomation.Engagements;

/// <summary>What is at the other end of an endpoint: it decides how an event is written and what an answer means.</summary>
public enum EventTarget
{
    /// <summary>A program: CloudEvents, signed by Standard Webhooks.</summary>
    Events,

    /// <summary>People in a channel of Slack: a message, by an incoming webhook whose URL is the secret.</summary>
    Slack,

    /// <summary>People in a channel of Teams: a card, by a webhook of Workflows whose URL is the secret.</summary>
    Teams,
}
