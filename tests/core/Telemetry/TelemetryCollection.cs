namespace OpsAutomation.Core.Tests.Telemetry;

/// <summary>Who listens hears every test of the process, and makes their messages carry traces: these run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "telemetry";
}
