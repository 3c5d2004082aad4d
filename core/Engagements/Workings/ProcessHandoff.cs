namespace OpsAutomation.Engagements;

/// <summary>What one process hands to another.</summary>
/// <param name="To">The id of the process that goes on.</param>
/// <param name="What">What is handed over, or null.</param>
/// <param name="Pain">What goes wrong there, or null.</param>
public sealed record ProcessHandoff(string To, string? What = null, string? Pain = null);
