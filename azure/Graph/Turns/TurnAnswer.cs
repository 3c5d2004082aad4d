namespace OpsAutomation.Azure.Graph.Turns;

/// <summary>What came of asking for a turn.</summary>
/// <param name="Until">Until when it is ours; null where there was none.</param>
/// <param name="Wait">Where there was none: how long there will be none because of the minute; null where one may become free at any moment.</param>
/// <param name="PausedUntil">Until when the mailbox asked not to be asked, as another instance heard; null where it did not.</param>
internal readonly record struct TurnAnswer(DateTimeOffset? Until, TimeSpan? Wait, DateTimeOffset? PausedUntil);
