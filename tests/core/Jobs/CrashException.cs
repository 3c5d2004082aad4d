namespace OpsAutomation.Core.Tests.Jobs;

/// <summary>The process died here.</summary>
internal sealed class CrashException() : Exception("The process died.");
