using NodaTime;

namespace OpsAutomation.Jobs;

/// <summary>How often events may ask for an engagement's figures.</summary>
public sealed record KpiRequestSettings
{
    /// <summary>For how long after a look another one is put off, to the end of this time.</summary>
    public Duration While { get; init; } = Duration.FromSeconds(30);
}
