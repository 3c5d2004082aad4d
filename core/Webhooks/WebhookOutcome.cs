namespace OpsAutomation.Webhooks;

/// <summary>What became of a delivery.</summary>
public enum WebhookOutcome
{
    /// <summary>It was verified and stored, and waits to be applied.</summary>
    Received,

    /// <summary>It had an effect: on facts, on a milestone, or as the engagement's file asks for, a reading or an item of the logbook.</summary>
    Applied,

    /// <summary>It is kept; exit criteria of milestones see it, and nothing else was asked for.</summary>
    Kept,

    /// <summary>It was a test.</summary>
    Tested,

    /// <summary>Its body is no JSON object or array of objects: it is kept.</summary>
    Unreadable,

    /// <summary>The engagement's file asks for an effect that it does not allow, such as a value that is no number: it is kept and can be applied again.</summary>
    Refused,

    /// <summary>Each of its events had come before with another delivery, and counted then.</summary>
    Repeated,
}
