namespace OpsAutomation.Ops.Tests;

/// <summary>What a command gave back.</summary>
internal sealed record OpsOutcome(int ExitCode, string Output, string Error);
