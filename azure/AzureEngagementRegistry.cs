using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure;

/// <summary>The engagements' configurations as blobs of one container: <c>{engagement}.yaml</c>.</summary>
public sealed class AzureEngagementRegistry(BlobServiceClient service) : IEngagementRegistry
{
    private const string Ending = ".yaml";
    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Configuration);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EngagementId>> ListAsync(CancellationToken cancellationToken = default)
    {
        var found = new List<EngagementId>();
        try
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                if (blob.Name.EndsWith(Ending, StringComparison.Ordinal) && EngagementId.TryParse(blob.Name[..^Ending.Length], out var id))
                    found.Add(id);
            }
        }
        catch (RequestFailedException failure)
        {
            throw StorageFailure.Of(failure);
        }

        return [.. found.OrderBy(id => id.Value, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<ConfigurationText?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        try
        {
            var content = await Blob(engagement).DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            return new ConfigurationText($"{StorageNames.Configuration}/{engagement.Value}{Ending}", content.Value.Content.ToString());
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
    public async Task<bool> CreateAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default)
    {
        try
        {
            await UploadAsync(engagement, yaml, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
        catch (RequestFailedException failure)
        {
            throw StorageFailure.Of(failure);
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default)
    {
        try
        {
            await UploadAsync(engagement, yaml, conditions: null, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException failure)
        {
            throw StorageFailure.Of(failure);
        }
    }

    private BlobClient Blob(EngagementId engagement) => container.GetBlobClient(engagement.Value + Ending);

    private Task UploadAsync(EngagementId engagement, string yaml, BlobRequestConditions? conditions, CancellationToken cancellationToken) =>
        Blob(engagement).UploadAsync(
            BinaryData.FromBytes(Encoding.UTF8.GetBytes(yaml)),
            new BlobUploadOptions { Conditions = conditions, HttpHeaders = new BlobHttpHeaders { ContentType = "application/yaml; charset=utf-8" } },
            cancellationToken);
}
