namespace OpsAutomation.Engagements;

/// <summary>An activity that must go on or come back.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Rto">The longest it may be down, in words such as <c>4 h</c>.</param>
/// <param name="Rpo">The most data that may be lost, in words such as <c>1 day</c>.</param>
/// <param name="Minimum">What it takes at least, or null.</param>
/// <param name="Playbook">The kind of the playbook to open, or null.</param>
public sealed record ContinuityActivity(string Name, string Rto, string Rpo, string? Minimum, string? Playbook);
