using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Tests;

/// <summary>What becomes of the blobs of large records.</summary>
public sealed class StateOverflowTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly StateKey Large = new("facts", "manifest");
    private static readonly StateKey Other = new("facts", "other");
    private static readonly EngagementId Engagement = EngagementId.Parse("overflow");
    private static readonly Instant Later = Instant.FromUtc(2100, 1, 1, 0, 0);

    private AzureBlobStore blobs = null!;
    private AzureStateStore state = null!;

    public async ValueTask InitializeAsync()
    {
        var tables = new TableServiceClient(azurite.ConnectionString);
        await tables.CreateTableIfNotExistsAsync(StorageNames.State);
        var service = new BlobServiceClient(azurite.ConnectionString);
        await service.GetBlobContainerClient(StorageNames.Engagements).CreateIfNotExistsAsync();
        blobs = new AzureBlobStore(service);
        state = new AzureStateStore(tables, blobs);
        await state.CommitAsync(Engagement, [StateChange.Put(Large, Text('a')), StateChange.Put(Other, Text('a')), StateChange.Put(new("facts", "small"), "1")]);
    }

    public async ValueTask DisposeAsync()
    {
        await state.CommitAsync(Engagement, [StateChange.Remove(Large), StateChange.Remove(Other)]);
        await state.SweepAsync(Engagement, Later);
    }

    [Fact]
    public async Task What_was_replaced_or_removed_is_swept_and_what_is_named_stays()
    {
        await state.CommitAsync(Engagement, [StateChange.Put(Large, Text('b'))]);
        await state.CommitAsync(Engagement, [StateChange.Put(Large, Text('c'))]);
        (await BlobsAsync()).ShouldBe(4);

        (await state.SweepAsync(Engagement, Later)).ShouldBe(2);

        (await BlobsAsync()).ShouldBe(2);
        (await state.FindAsync(Engagement, Large))!.Value.ShouldBe(Text('c'));
        (await state.FindAsync(Engagement, Other))!.Value.ShouldBe(Text('a'));
        await state.CommitAsync(Engagement, [StateChange.Remove(Other), StateChange.Put(Large, "small")]);
        (await state.SweepAsync(Engagement, Later)).ShouldBe(2);
        (await BlobsAsync()).ShouldBe(0);
        (await state.FindAsync(Engagement, Large))!.Value.ShouldBe("small");
    }

    [Fact]
    public async Task What_may_belong_to_a_commit_under_way_is_left()
    {
        await state.CommitAsync(Engagement, [StateChange.Put(Large, Text('b'))]);

        (await state.SweepAsync(Engagement, Instant.FromUtc(2020, 1, 1, 0, 0))).ShouldBe(0);

        (await BlobsAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task The_same_content_lies_in_a_blob_for_each_record_so_that_removing_one_leaves_the_other()
    {
        await state.CommitAsync(Engagement, [StateChange.Remove(Large)]);

        (await state.SweepAsync(Engagement, Later)).ShouldBe(1);

        (await state.FindAsync(Engagement, Other))!.Value.ShouldBe(Text('a'));
    }

    [Fact]
    public async Task A_record_that_is_replaced_and_swept_while_it_is_read_is_read_as_it_is_now()
    {
        var overtaken = new AzureStateStore(new TableServiceClient(azurite.ConnectionString), new Overtaken(blobs, async () =>
        {
            await state.CommitAsync(Engagement, [StateChange.Put(Large, Text('d'))]);
            await state.SweepAsync(Engagement, Later);
        }));

        (await overtaken.FindAsync(Engagement, Large))!.Value.ShouldBe(Text('d'));
    }

    [Fact]
    public async Task A_blob_that_is_missing_is_told_not_taken_for_a_missing_record()
    {
        await foreach (var blob in blobs.ListAsync(Engagement, "state/"))
            await blobs.DeleteAsync(Engagement, blob.Path);

        (await Should.ThrowAsync<OpsException>(() => state.FindAsync(Engagement, Large))).Kind.ShouldBe(FailureKind.Refused);
    }

    // Within the limit of UTF-16, and over that of an entity in UTF-8.
    private static string Text(char letter) => letter + new string('€', 400_000);

    private async Task<int> BlobsAsync()
    {
        var count = 0;
        await foreach (var _ in blobs.ListAsync(Engagement, "state/"))
            count++;
        return count;
    }

    // Blobs whose first reader is overtaken.
    private sealed class Overtaken(IBlobStore blobs, Func<Task> overtake) : IBlobStore
    {
        private Func<Task>? once = overtake;

        public async Task<Stream?> OpenReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Exchange(ref once, null) is { } first)
                await first();
            return await blobs.OpenReadAsync(engagement, path, cancellationToken);
        }

        public Task WriteAsync(EngagementId engagement, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default) =>
            blobs.WriteAsync(engagement, path, write, cancellationToken);

        public IAsyncEnumerable<BlobEntry> ListAsync(EngagementId engagement, string prefix, CancellationToken cancellationToken = default) =>
            blobs.ListAsync(engagement, prefix, cancellationToken);

        public Task DeleteAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default) => blobs.DeleteAsync(engagement, path, cancellationToken);
    }
}
