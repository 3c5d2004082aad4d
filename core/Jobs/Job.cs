using System.Text.Json.Serialization;
using OpsAutomation.Engagements;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Jobs;

/// <summary>A piece of work as a queue carries it: a JSON object. It may come twice, and each time after a crash of the last.</summary>
/// <param name="Engagement">Whose work it is.</param>
/// <param name="Key">What makes it the same piece of work as another message: deterministic, of the work and not of the message.</param>
public abstract record Job(EngagementId Engagement, string Key)
{
    /// <summary>The trace that it belongs to, as W3C Trace Context writes it; null where nobody listened, and in messages of before there was one. No part of what the work is.</summary>
    [JsonPropertyName("traceparent")]
    public string? TraceParent { get; init; }

    /// <summary>What else the trace carries; mostly null.</summary>
    [JsonPropertyName("tracestate")]
    public string? TraceState { get; init; }

    /// <summary>When the message was due, in milliseconds since 1970; null where nobody measured.</summary>
    [JsonPropertyName("due")]
    public long? Due { get; init; }

    /// <summary>The trace of the message.</summary>
    internal TraceContext Trace() => new(TraceParent, TraceState);

    /// <summary>The same work without what is of the message alone.</summary>
    internal Job Bare() => this with { TraceParent = null, TraceState = null, Due = null };
}
