namespace OpsAutomation.Azure.Graph.Turns;

/// <summary>One of the requests at once of a mailbox, in the hands of somebody.</summary>
/// <param name="Id">Whose it is; made anew for each turn.</param>
/// <param name="Until">When it is free again, should nobody give it back.</param>
/// <param name="Sends">Whether a message may leave in it: it counts among those of the minute until it is known.</param>
internal sealed record TurnSlot(string Id, DateTimeOffset Until, bool Sends);
