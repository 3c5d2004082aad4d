using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpsAutomation.Ports;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Jobs;

/// <summary>Adds work to the queue it belongs to. A message too long for a queue goes to a blob first, and the queue carries its name.</summary>
/// <param name="queue">Takes the messages.</param>
/// <param name="blobs">Takes those that are too long.</param>
/// <param name="time">Says when a message is due, where that is measured; null measures nothing.</param>
public sealed class JobSender(IJobQueue queue, IBlobStore blobs, TimeProvider? time = null)
{
    /// <summary>The longest message that a queue carries, in bytes of UTF-8: base64 makes 64 KiB of it.</summary>
    public const int LongestMessage = 48 * 1024;

    /// <summary>Where messages are kept that are too long.</summary>
    public const string Folder = "messages/";

    /// <summary>Adds a piece of work.</summary>
    /// <param name="job">The work.</param>
    /// <param name="delay">How long it waits.</param>
    /// <param name="cancellationToken">Stops between the steps.</param>
    public async Task SendAsync(Job job, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        var name = QueueOf(job);
        using var activity = JobActivity.Sending(name, job.Engagement, job.Trace());
        try
        {
            var json = await WriteAsync(Addressed(job, activity, delay), cancellationToken).ConfigureAwait(false);
            await queue.SendAsync(name, json, delay, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            JobActivity.Fail(activity, fault.GetType().Name);
            throw;
        }
    }

    // Where nobody listens a message is what it was before there were traces.
    private Job Addressed(Job job, Activity? activity, TimeSpan delay)
    {
        var trace = TraceContext.Of(activity);
        return job with
        {
            TraceParent = trace.Parent,
            TraceState = trace.State,
            Due = time is not null && OpsMetrics.QueueAge.Enabled ? (time.GetUtcNow() + delay).ToUnixTimeMilliseconds() : null,
        };
    }

    private async Task<string> WriteAsync(Job job, CancellationToken cancellationToken)
    {
        var json = TextOf(job);
        return Encoding.UTF8.GetByteCount(json) > LongestMessage ? await OverflowAsync(job, cancellationToken).ConfigureAwait(false) : json;
    }

    private async Task<string> OverflowAsync(Job job, CancellationToken cancellationToken)
    {
        // Named by the work: sent again, with another trace, it is the same blob.
        var bytes = Encoding.UTF8.GetBytes(TextOf(job.Bare()));
        var path = $"{Folder}{Convert.ToHexStringLower(SHA256.HashData(bytes))}.json";
        await blobs.WriteAsync(job.Engagement, path, (stream, token) => stream.WriteAsync(bytes, token).AsTask(), cancellationToken).ConfigureAwait(false);
        // A key is free text; a header must fit whatever it is.
        var key = job.Key.Length <= 1024 ? job.Key : path;
        var header = new JobHeader(job.Engagement, key, path) { TraceParent = job.TraceParent, TraceState = job.TraceState, Due = job.Due };
        return JsonSerializer.Serialize(header, JobJson.Default.JobHeader);
    }

    private static string QueueOf(Job job) => job switch
    {
        ExportJob or InboxJob => JobQueues.Exports,
        KpiJob => JobQueues.Kpis,
        DocumentJob or PublishJob => JobQueues.Documents,
        DigestJob => JobQueues.Digests,
        WebhookJob => JobQueues.Webhooks,
        EventJob => JobQueues.Events,
        _ => throw new ArgumentException($"No queue carries a {job.GetType().Name}.", nameof(job)),
    };

    private static string TextOf(Job job) => JsonSerializer.Serialize(job, JobJson.Default.GetTypeInfo(job.GetType())!);
}
