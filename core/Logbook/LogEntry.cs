namespace OpsAutomation.Logbook;

/// <summary>An item of the logbook with its history, oldest change first.</summary>
public sealed record LogEntry(LogItem Item, IReadOnlyList<LogChange> History);
