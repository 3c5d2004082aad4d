using Azure.Storage.Blobs;
using OpsAutomation.Conformance;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Tests;

public sealed class AzureBlobStoreTests(Azurite azurite) : BlobStoreConformance
{
    protected override async Task<IBlobStore> OpenAsync()
    {
        var service = new BlobServiceClient(azurite.ConnectionString);
        await service.GetBlobContainerClient(StorageNames.Engagements).CreateIfNotExistsAsync();
        return new AzureBlobStore(service);
    }
}
