namespace OpsAutomation.Publishing;

/// <summary>A page or file as it is in the wiki.</summary>
/// <param name="Id">What the wiki knows it by, for ever.</param>
/// <param name="Mark">What tells whether anybody changed it.</param>
/// <param name="Url">Where people read it, or null.</param>
public sealed record RemotePage(string Id, string Mark, string? Url);
