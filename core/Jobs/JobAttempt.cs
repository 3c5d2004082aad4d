using System.Diagnostics;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Jobs;

/// <summary>One attempt at a message, as whoever listens sees it: its activity, how long the message had waited, how long the attempt took.</summary>
internal sealed class JobAttempt : IDisposable
{
    private readonly string queue;
    private readonly Activity? activity;
    private readonly TimeProvider? time;
    private readonly long begun;

    private JobAttempt(string queue, JobHeader? header, TimeProvider? time)
    {
        this.queue = queue;
        this.time = time;
        begun = time?.GetTimestamp() ?? 0;
        activity = JobActivity.Processing(queue, header?.Engagement, header?.Trace() ?? default);
        if (time is not null && header?.Due is { } due)
            OpsMetrics.QueueAge.Record(Math.Max(0, (time.GetUtcNow().ToUnixTimeMilliseconds() - due) / 1000.0), new KeyValuePair<string, object?>(JobActivity.Queue, queue));
    }

    /// <summary>Begins an attempt. Where nobody listens the message is not even looked at.</summary>
    public static JobAttempt Begin(string queue, string message, TimeProvider? time) =>
        new(queue, OpsTelemetry.Source.HasListeners() || OpsMetrics.QueueAge.Enabled ? JobReader.Header(message) : null, time);

    /// <summary>Ends it.</summary>
    /// <param name="failure">The kind of its failure; null for none.</param>
    public void End(string? failure)
    {
        if (failure is not null)
            JobActivity.Fail(activity, failure);
        if (time is null || !OpsMetrics.ProcessDuration.Enabled)
            return;
        var tags = new TagList { { JobActivity.Queue, queue } };
        if (failure is not null)
            tags.Add(JobActivity.Error, failure);
        OpsMetrics.ProcessDuration.Record(time.GetElapsedTime(begun).TotalSeconds, tags);
    }

    /// <inheritdoc/>
    public void Dispose() => activity?.Dispose();
}
