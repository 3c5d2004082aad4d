using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace OpsAutomation.FunctionsRuntime.Timers;

/// <summary>
/// Timers in a storage account, under the names that the real host has there: container <c>azure-webjobs-hosts</c>, a status blob
/// <c>timers/{host}/Host.Functions.{name}/status</c>, and a lease on <c>locks/{host}/Host.Functions.{name}.Listener</c> as the claim.
/// </summary>
public sealed class AzureTimerStore : ITimerStore
{
    /// <summary>The container of the host's own blobs.</summary>
    public const string Container = "azure-webjobs-hosts";

    private const string NoContainer = "ContainerNotFound";
    private readonly BlobContainerClient container;
    private readonly string host;

    /// <summary>The timers of the apps that share an account and this host id.</summary>
    public AzureTimerStore(BlobServiceClient service, string host)
    {
        container = service.GetBlobContainerClient(Container);
        this.host = host;
    }

    /// <inheritdoc/>
    public async Task<TimerRecord?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        try
        {
            var blob = (await Status(name).DownloadContentAsync(cancellationToken)).Value;
            // What nobody can read must not keep every app from running the timer: it counts as begun when it was written, and is replaced by the next run.
            return TimerStatusJson.Read(blob.Content) ?? new TimerRecord(null, blob.Details.LastModified, blob.Details.LastModified);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task BeginAsync(string name, TimerRecord record, CancellationToken cancellationToken = default)
        => await CreateAsync(Status(name), TimerStatusJson.Write(record), cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> ClaimAsync(string name, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        var blob = Lock(name);
        try
        {
            return await LeaseAsync(blob, duration, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            await CreateAsync(blob, BinaryData.FromBytes(Array.Empty<byte>()), cancellationToken);
            return await LeaseAsync(blob, duration, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(string name, string claim, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        try
        {
            await Lock(name).GetBlobLeaseClient(claim).RenewAsync(cancellationToken: cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(string name, string claim, TimerRecord record, CancellationToken cancellationToken = default)
    {
        // A lease that was renewed this moment lasts longer than the request after it.
        if (!await RenewAsync(name, claim, default, cancellationToken))
            return false;
        await Status(name).UploadAsync(TimerStatusJson.Write(record), overwrite: true, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task ReleaseAsync(string name, string claim, CancellationToken cancellationToken = default)
    {
        try
        {
            await Lock(name).GetBlobLeaseClient(claim).ReleaseAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            // It was lost, and is another's by now.
        }
    }

    private BlobClient Status(string name) => container.GetBlobClient($"timers/{host}/Host.Functions.{name}/status");

    private BlobClient Lock(string name) => container.GetBlobClient($"locks/{host}/Host.Functions.{name}.Listener");

    private static async Task<string?> LeaseAsync(BlobClient blob, TimeSpan duration, CancellationToken cancellationToken)
    {
        try
        {
            var lease = await blob.GetBlobLeaseClient().AcquireAsync(duration, cancellationToken: cancellationToken);
            return lease.Value.LeaseId;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return null;
        }
    }

    // Where it is there already, another process was a moment faster.
    private async Task CreateAsync(BlobClient blob, BinaryData content, CancellationToken cancellationToken)
    {
        try
        {
            await UploadNewAsync(blob, content, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == NoContainer)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await UploadNewAsync(blob, content, cancellationToken);
        }
    }

    private static async Task UploadNewAsync(BlobClient blob, BinaryData content, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(content, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
        }
    }
}
