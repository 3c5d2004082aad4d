using System.Text.Json;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ports;
using OpsAutomation.Pulls;
using OpsAutomation.Uploads;

namespace OpsAutomation.Privacy;

/// <summary>The files of exports as they came: needed until they are imported, and by dead letters that may be replayed.</summary>
internal sealed class OriginalsSweep(IBlobStore blobs, IStateStore state)
{
    /// <summary>Where originals lie.</summary>
    public static readonly string[] Folders = [InboxPull.Folder, ItemPull.Folder, UploadDesk.Folder];

    /// <summary>Removes those older than a moment, and long messages older than another.</summary>
    public async Task<int> RunAsync(EngagementId engagement, Instant exports, Instant messages, CancellationToken cancellationToken)
    {
        var old = new List<string>();
        foreach (var (folder, before) in Folders.Select(folder => (folder, exports)).Append((JobSender.Folder, messages)))
        {
            await foreach (var blob in blobs.ListAsync(engagement, folder, cancellationToken).ConfigureAwait(false))
            {
                if (blob.Modified < before)
                    old.Add(blob.Path);
            }
        }

        if (old.Count == 0)
            return 0;
        var needed = await NeededAsync(engagement, cancellationToken).ConfigureAwait(false);
        old.RemoveAll(path => needed.Exists(message => message.Contains(path, StringComparison.Ordinal)));
        foreach (var path in old)
            await blobs.DeleteAsync(engagement, path, cancellationToken).ConfigureAwait(false);
        return old.Count;
    }

    /// <summary>Removes all of them.</summary>
    public async Task<int> RemoveAllAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var folder in Folders)
        {
            await foreach (var blob in blobs.ListAsync(engagement, folder, cancellationToken).ConfigureAwait(false))
            {
                await blobs.DeleteAsync(engagement, blob.Path, cancellationToken).ConfigureAwait(false);
                removed++;
            }
        }

        return removed;
    }

    private async Task<List<string>> NeededAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var needed = new List<string>();
        await foreach (var entry in state.ListAsync(engagement, DeadLetterBox.Collection, "", cancellationToken).ConfigureAwait(false))
        {
            var letter = DeadLetterJson.Read(engagement, entry);
            if (letter.State == DeadLetterState.Mended)
                continue;
            needed.Add(PathOf(letter.Message));
        }

        return needed;
    }

    // The path of an export, or the message with the name of the blob that it is in.
    private static string PathOf(string message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, JobJson.Default.ExportJob)?.Path ?? message;
        }
        catch (JsonException)
        {
            return message;
        }
    }
}
