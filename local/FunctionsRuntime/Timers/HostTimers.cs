using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace OpsAutomation.FunctionsRuntime.Timers;

/// <summary>The timers of a storage account, of whichever app: read for a check, and left as they are.</summary>
public static class HostTimers
{
    private const string Before = "Host.Functions.";

    /// <summary>Every timer that has a status, one of a name for each host; none where no app has run.</summary>
    /// <exception cref="Azure.RequestFailedException">The account may not be read or did not answer.</exception>
    public static async IAsyncEnumerable<(string Name, TimerRecord Record)> ListAsync(BlobServiceClient service, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        var container = service.GetBlobContainerClient(AzureTimerStore.Container);
        if (!await container.ExistsAsync(cancellationToken))
            yield break;
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "timers/", cancellationToken))
        {
            var parts = blob.Name.Split('/');
            if (parts is [_, _, var function, "status"] && function.StartsWith(Before, StringComparison.Ordinal)
                && TimerStatusJson.Read((await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken)).Value.Content) is { } record)
                yield return (function[Before.Length..], record);
        }
    }
}
