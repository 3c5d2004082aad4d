using System.Diagnostics.Metrics;

namespace OpsAutomation.Telemetry;

/// <summary>
/// The metrics, with names and units as OpenTelemetry's conventions have them; all are listed in docs/operations.md. None has a tag that grows with the
/// number of clients.
/// </summary>
public static class OpsMetrics
{
    /// <summary>Rows that an import read, used or not.</summary>
    public static Counter<long> ImportRows { get; } = OpsTelemetry.Meter.CreateCounter<long>("ops.import.rows", "{row}", "Rows that imports read, used or not.");

    /// <summary>Rows that an import could not use.</summary>
    public static Counter<long> ImportRejections { get; } = OpsTelemetry.Meter.CreateCounter<long>("ops.import.rejections", "{row}", "Rows that imports could not use.");

    /// <summary>How long a look at an engagement's KPIs and milestones takes.</summary>
    public static Histogram<double> KpiDuration { get; } = OpsTelemetry.Meter.CreateHistogram<double>("ops.kpi.duration", "s", "Time of a look at an engagement's KPIs and milestones.");

    /// <summary>Digests that left.</summary>
    public static Counter<long> DigestsSent { get; } = OpsTelemetry.Meter.CreateCounter<long>("ops.digest.sent", "{digest}", "Digests that left.");

    /// <summary>Attempts to send a digest that failed; <c>error.type</c> is <c>refused</c> or <c>retriable</c>.</summary>
    public static Counter<long> DigestsFailed { get; } = OpsTelemetry.Meter.CreateCounter<long>("ops.digest.failed", "{attempt}", "Attempts to send a digest that failed.");

    /// <summary>Digests that should have left and have not, at the last hourly look.</summary>
    public static Gauge<long> DigestsOverdue { get; } = OpsTelemetry.Meter.CreateGauge<long>("ops.digest.overdue", "{digest}", "Digests that should have left and have not.");

    /// <summary>Requests that Microsoft Graph refused because there were too many, or because it was busy.</summary>
    public static Counter<long> GraphThrottled { get; } = OpsTelemetry.Meter.CreateCounter<long>("ops.graph.throttled", "{request}", "Requests that Microsoft Graph put off.");

    /// <summary>How long a message had been due when its handler began.</summary>
    public static Histogram<double> QueueAge { get; } = OpsTelemetry.Meter.CreateHistogram<double>("ops.queue.age", "s", "Time for which a message had been due when it was taken.");

    /// <summary>Messages that became dead letters; <c>ops.dead_letter.cause</c> is <c>refused</c> or <c>exhausted</c>.</summary>
    public static Counter<long> DeadLetters { get; } = OpsTelemetry.Meter.CreateCounter<long>("ops.queue.dead_letters", "{message}", "Messages that failed for good.");

    /// <summary>How long a handler took for a message, as OpenTelemetry's conventions for messaging name it.</summary>
    public static Histogram<double> ProcessDuration { get; } = OpsTelemetry.Meter.CreateHistogram<double>("messaging.process.duration", "s", "Time that a handler took for a message.");
}
