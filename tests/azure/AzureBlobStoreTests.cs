using Azure.Storage.Blobs;
using OpsAutomation.Conformance;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Tests;

public sealed class AzureBlobStoreTests(Azurite azurite) : BlobStoreConformance
{
    [Fact]
    public async Task A_blob_that_is_written_again_has_another_version()
    {
        var (store, engagement) = (await OpenAsync(), EngagementId.Parse("versions"));
        var versions = new List<string?>();
        for (var i = 0; i < 2; i++)
        {
            await store.WriteAsync(engagement, "inbox/a.csv", (stream, token) => stream.WriteAsync("same"u8.ToArray(), token).AsTask());
            await foreach (var entry in store.ListAsync(engagement, "inbox/"))
                versions.Add(entry.Version);
        }

        versions.ShouldAllBe(version => version != null);
        versions.Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    protected override async Task<IBlobStore> OpenAsync()
    {
        var service = new BlobServiceClient(azurite.ConnectionString);
        await service.GetBlobContainerClient(StorageNames.Engagements).CreateIfNotExistsAsync();
        return new AzureBlobStore(service);
    }
}
