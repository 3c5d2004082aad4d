namespace OpsAutomation.Engagements;

/// <summary>Who runs the app: hears of what no engagement's OBM can be told, and sends where an engagement names no sender.</summary>
/// <param name="Mailbox">The address, or null: then nobody is told.</param>
/// <param name="Language">The language in which to tell.</param>
public sealed record Operator(string? Mailbox = null, Language Language = Language.English);
