using Azure.Data.Tables;
using Azure.Storage.Blobs;
using OpsAutomation.Conformance;
using OpsAutomation.Ports;

[assembly: AssemblyFixture(typeof(OpsAutomation.Azure.Tests.Azurite))]

namespace OpsAutomation.Azure.Tests;

public sealed class AzureStateStoreTests(Azurite azurite) : StateStoreConformance
{
    protected override async Task<IStateStore> OpenAsync()
    {
        var tables = new TableServiceClient(azurite.ConnectionString);
        await tables.CreateTableIfNotExistsAsync(StorageNames.State);
        var blobs = new BlobServiceClient(azurite.ConnectionString);
        await blobs.GetBlobContainerClient(StorageNames.Engagements).CreateIfNotExistsAsync();
        return new AzureStateStore(tables, new AzureBlobStore(blobs));
    }
}
