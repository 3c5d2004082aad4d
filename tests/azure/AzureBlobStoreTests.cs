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

    [Theory]
    [InlineData("inbox/deals.csv", "inbox", "containers/deals.csv")]
    [InlineData("inbox/crm/deals.csv", "inbox", "containers/crm/deals.csv")]
    [InlineData("webhooks/n8n/01", "webhooks", "containers/n8n/01")]
    [InlineData("documents/fr/raci/v1.md", "documents", "containers/fr/raci/v1.md")]
    [InlineData("facts/deal/1.facts", "engagements", "containers/facts/deal/1.facts")]
    [InlineData("inboxes/deals.csv", "engagements", "containers/inboxes/deals.csv")]
    [InlineData("documents", "engagements", "containers/documents")]
    public async Task A_path_lies_in_the_container_that_rules_of_age_go_by(string path, string container, string name)
    {
        var (store, engagement) = (await OpenAsync(), EngagementId.Parse("containers"));

        await store.WriteAsync(engagement, path, (stream, token) => stream.WriteAsync("x"u8.ToArray(), token).AsTask());

        (await new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(container).GetBlobClient(name).ExistsAsync()).Value.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "documents/a.md,facts/b.facts,inbox/c.csv,webhooks/d")]
    [InlineData("inbox", "inbox/c.csv")]
    [InlineData("inbox/", "inbox/c.csv")]
    [InlineData("doc", "documents/a.md")]
    [InlineData("facts/", "facts/b.facts")]
    public async Task A_list_holds_what_lies_in_every_container_under_its_path(string prefix, string expected)
    {
        var (store, engagement) = (await OpenAsync(), EngagementId.Parse("over-containers"));
        foreach (var path in new[] { "webhooks/d", "inbox/c.csv", "facts/b.facts", "documents/a.md" })
            await store.WriteAsync(engagement, path, (stream, token) => stream.WriteAsync("x"u8.ToArray(), token).AsTask());

        var found = new List<string>();
        await foreach (var entry in store.ListAsync(engagement, prefix))
            found.Add(entry.Path);

        string.Join(',', found).ShouldBe(expected);
    }

    protected override async Task<IBlobStore> OpenAsync()
    {
        var service = new BlobServiceClient(azurite.ConnectionString);
        foreach (var container in StorageNames.Containers)
            await service.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        return new AzureBlobStore(service);
    }
}
