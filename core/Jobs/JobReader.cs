using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs;

/// <summary>Reads messages of queues.</summary>
public sealed class JobReader(IBlobStore blobs)
{
    /// <summary>What a message says first, or null where it is no message of ours.</summary>
    public static JobHeader? Header(string message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, JobJson.Default.JobHeader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A message as the work that it is.</summary>
    /// <typeparam name="TJob">The work that its queue carries.</typeparam>
    /// <exception cref="OpsException">Refused: the text is not that of such a message, or the blob it names is gone or of another engagement.</exception>
    public async Task<TJob> ReadAsync<TJob>(string message, CancellationToken cancellationToken = default)
        where TJob : Job
    {
        var header = Header(message) ?? throw Unreadable(null);
        var text = header.Body is null ? message : await LoadAsync(header, cancellationToken).ConfigureAwait(false);
        try
        {
            var type = (JsonTypeInfo<TJob>)JobJson.Default.GetTypeInfo(typeof(TJob))!;
            var job = JsonSerializer.Deserialize(text, type);
            // What a blob says may not leave the engagement that the message named.
            if (job is null || job.Engagement != header.Engagement)
                throw Unreadable(null);
            // A blob says what the work is; the message says which trace it belongs to.
            return header.Body is null ? job : job with { TraceParent = header.TraceParent, TraceState = header.TraceState, Due = header.Due };
        }
        catch (JsonException exception)
        {
            throw Unreadable(exception);
        }
    }

    private async Task<string> LoadAsync(JobHeader header, CancellationToken cancellationToken)
    {
        if (!header.Body!.StartsWith(JobSender.Folder, StringComparison.Ordinal))
            throw Unreadable(null);
        var stream = await blobs.OpenReadAsync(header.Engagement, header.Body, cancellationToken).ConfigureAwait(false) ?? throw Unreadable(null);
        await using (stream.ConfigureAwait(false))
        {
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static OpsException Unreadable(Exception? inner) => OpsException.Refused(
        "A message of a queue is not one that this app writes, so nothing was done. Delete it, or see who else writes to the queue.",
        "Un message d'une file n'est pas de ceux que cette application écrit\u00a0: rien n'a été fait. Supprimez-le, ou voyez qui d'autre écrit dans cette file.",
        inner);
}
