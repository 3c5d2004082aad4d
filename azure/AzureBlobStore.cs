using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure;

/// <summary>Blobs as <c>{engagement}/{path}</c>, in the containers of <see cref="StorageNames"/>.</summary>
public sealed class AzureBlobStore(BlobServiceClient service) : IBlobStore
{
    private readonly BlobPlaces places = new(service);

    /// <inheritdoc/>
    public async Task<Stream?> OpenReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Blob(engagement, path).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
        catch (RequestFailedException failure)
        {
            throw StorageFailure.Of(failure);
        }
    }

    /// <inheritdoc/>
    public async Task WriteAsync(
        EngagementId engagement, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default)
    {
        var upload = new BlockUpload(Blob(engagement, path));
        await using (upload.ConfigureAwait(false))
        {
            try
            {
                await write(upload, cancellationToken).ConfigureAwait(false);
                await upload.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (RequestFailedException failure)
            {
                throw StorageFailure.Of(failure);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        EngagementId engagement, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // The service lists in the order of the names' UTF-8, which differs from the ordinal one beyond the basic plane.
        var found = new List<BlobEntry>();
        try
        {
            foreach (var (container, within, root, folder) in places.Under(engagement, prefix))
            {
                await foreach (var blob in container.GetBlobsAsync(prefix: within, cancellationToken: cancellationToken).ConfigureAwait(false))
                {
                    var modified = Instant.FromDateTimeOffset(blob.Properties.LastModified ?? DateTimeOffset.UnixEpoch);
                    found.Add(new BlobEntry(folder + blob.Name[root.Length..], blob.Properties.ContentLength ?? 0, modified) { Version = blob.Properties.ETag?.ToString() });
                }
            }
        }
        catch (RequestFailedException failure)
        {
            throw StorageFailure.Of(failure);
        }

        foreach (var entry in found.OrderBy(entry => entry.Path, StringComparer.Ordinal))
            yield return entry;
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default)
    {
        try
        {
            await Blob(engagement, path).DeleteIfExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException failure)
        {
            throw StorageFailure.Of(failure);
        }
    }

    private BlockBlobClient Blob(EngagementId engagement, string path)
    {
        BlobName.Check(path);
        return places.Blob(engagement, path);
    }
}
