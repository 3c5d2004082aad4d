namespace OpsAutomation.Functions.Tests.Telemetry;

/// <summary>Who listens hears every app of the process: these run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "telemetry";
}
