using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Azure;

namespace OpsAutomation.Ops.Doctoring;

/// <summary>
/// Writes, reads and removes something of its own in each store of an account. No engagement can be called <c>_doctor</c>, no timer lists it, and nobody is
/// told of it: what is left behind by a command that is killed in the middle is seen by nothing.
/// </summary>
internal sealed class AccountTrials(IServiceProvider services, DateTimeOffset now)
{
    private const string Own = "_doctor";
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(30);
    private readonly string name = now.UtcTicks.ToString(CultureInfo.InvariantCulture) + "-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    /// <summary>A blob of a container.</summary>
    public async Task BlobAsync(string container, CancellationToken cancellationToken)
    {
        var blob = services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(container).GetBlockBlobClient($"{Own}/{name}");
        if (container == StorageNames.Inbox)
        {
            // A blob there would be told of as an export: a block that is never committed is not, and the service forgets it within a week.
            using var block = new MemoryStream("x"u8.ToArray());
            await blob.StageBlockAsync(Convert.ToBase64String("000000"u8), block, cancellationToken: cancellationToken);
            await blob.DeleteIfExistsAsync(cancellationToken: cancellationToken);
            return;
        }

        using (var content = new MemoryStream("x"u8.ToArray()))
            await blob.UploadAsync(content, cancellationToken: cancellationToken);
        await blob.DownloadContentAsync(cancellationToken);
        await blob.DeleteAsync(cancellationToken: cancellationToken);
    }

    /// <summary>A record of the table.</summary>
    public async Task EntityAsync(CancellationToken cancellationToken)
    {
        var table = services.GetRequiredService<TableServiceClient>().GetTableClient(StorageNames.State);
        var entity = new TableEntity(Own, name);
        await table.AddEntityAsync(entity, cancellationToken);
        await table.GetEntityAsync<TableEntity>(Own, name, cancellationToken: cancellationToken);
        await table.DeleteEntityAsync(Own, name, ETag.All, cancellationToken);
    }

    /// <summary>A message of a queue: hidden for as long as it lives, so that no function takes it.</summary>
    public async Task MessageAsync(string queue, CancellationToken cancellationToken)
    {
        var client = services.GetRequiredService<QueueServiceClient>().GetQueueClient(queue);
        var sent = (await client.SendMessageAsync("", Hidden - TimeSpan.FromSeconds(1), Hidden, cancellationToken)).Value;
        await client.DeleteMessageAsync(sent.MessageId, sent.PopReceipt, cancellationToken);
    }
}
