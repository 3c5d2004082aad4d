namespace OpsAutomation.Heartbeats;

/// <summary>Which mail tells of a digest that has not left.</summary>
/// <param name="Mail">The key of the mail: what is sent at most once.</param>
/// <param name="IsShared">Whether that mail tells of several clients' digests.</param>
/// <param name="IsSent">Whether it is known to have been sent.</param>
internal sealed record OverdueMark(string Mail, bool IsShared, bool IsSent);
