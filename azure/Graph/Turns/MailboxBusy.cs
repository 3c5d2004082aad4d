namespace OpsAutomation.Azure.Graph.Turns;

/// <summary>No turn came in time: the work goes back to where it came from.</summary>
internal static class MailboxBusy
{
    /// <summary>The failure, with the time after which there may be a turn; null where that is not known.</summary>
    public static OpsException Of(TimeSpan? wait, Exception? inner = null) => new(
        FailureKind.Retriable,
        new(
            "This mailbox has as much to do as Exchange allows: 4 requests at once and 30 messages a minute. Nothing is lost and nothing was sent: it is tried again by itself.",
            "Cette boîte fait déjà tout ce qu'Exchange permet\u00a0: 4 demandes à la fois et 30 courriels par minute. Rien n'est perdu et rien n'a été envoyé\u00a0: un nouvel essai suit de lui-même."),
        inner)
    {
        RetryAfter = wait,
    };
}
