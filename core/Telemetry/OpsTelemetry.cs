using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OpsAutomation.Telemetry;

/// <summary>
/// What the product tells about itself to whoever listens: traces and metrics under one name. Where nobody listens nothing is made, and messages
/// of queues carry nothing for it. Tags hold ids, names of queues and counts; never a name of a person, an address, or what is in a file.
/// </summary>
public static class OpsTelemetry
{
    /// <summary>The name of the source of traces and of the meter.</summary>
    public const string Name = "OpsAutomation";

    /// <summary>The product's version, such as <c>0.1.0</c>.</summary>
    public static string? Version { get; } = typeof(OpsTelemetry).Assembly.GetName().Version?.ToString(3);

    /// <summary>Makes activities.</summary>
    public static ActivitySource Source { get; } = new(Name, Version);

    /// <summary>Makes instruments: <see cref="OpsMetrics"/>.</summary>
    public static Meter Meter { get; } = new(Name, Version);

    /// <summary>The activity under way if it is one of ours: what a host started is not a part of the work.</summary>
    public static Activity? Current => Activity.Current is { } activity && ReferenceEquals(activity.Source, Source) ? activity : null;
}
