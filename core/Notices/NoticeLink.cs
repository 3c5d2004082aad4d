namespace OpsAutomation.Notices;

/// <summary>A link of a notice.</summary>
/// <param name="Text">What following it does.</param>
/// <param name="Address">Where it leads.</param>
public sealed record NoticeLink(string Text, Uri Address);
