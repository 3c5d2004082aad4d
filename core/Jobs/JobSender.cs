using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs;

/// <summary>Adds work to the queue it belongs to. A message too long for a queue goes to a blob first, and the queue carries its name.</summary>
public sealed class JobSender(IJobQueue queue, IBlobStore blobs)
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
        var (name, json) = job switch
        {
            ExportJob export => (JobQueues.Exports, JsonSerializer.Serialize(export, JobJson.Default.ExportJob)),
            InboxJob look => (JobQueues.Exports, JsonSerializer.Serialize(look, JobJson.Default.InboxJob)),
            KpiJob kpis => (JobQueues.Kpis, JsonSerializer.Serialize(kpis, JobJson.Default.KpiJob)),
            DocumentJob document => (JobQueues.Documents, JsonSerializer.Serialize(document, JobJson.Default.DocumentJob)),
            DigestJob digest => (JobQueues.Digests, JsonSerializer.Serialize(digest, JobJson.Default.DigestJob)),
            WebhookJob webhook => (JobQueues.Webhooks, JsonSerializer.Serialize(webhook, JobJson.Default.WebhookJob)),
            EventJob happening => (JobQueues.Events, JsonSerializer.Serialize(happening, JobJson.Default.EventJob)),
            _ => throw new ArgumentException($"No queue carries a {job.GetType().Name}.", nameof(job)),
        };
        if (Encoding.UTF8.GetByteCount(json) > LongestMessage)
            json = await OverflowAsync(job, json, cancellationToken).ConfigureAwait(false);
        await queue.SendAsync(name, json, delay, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> OverflowAsync(Job job, string json, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        // Named by the content: sent again, it is the same blob.
        var path = $"{Folder}{Convert.ToHexStringLower(SHA256.HashData(bytes))}.json";
        await blobs.WriteAsync(job.Engagement, path, (stream, token) => stream.WriteAsync(bytes, token).AsTask(), cancellationToken).ConfigureAwait(false);
        // A key is free text; a header must fit whatever it is.
        var key = job.Key.Length <= 1024 ? job.Key : path;
        return JsonSerializer.Serialize(new JobHeader(job.Engagement, key, path), JobJson.Default.JobHeader);
    }
}
