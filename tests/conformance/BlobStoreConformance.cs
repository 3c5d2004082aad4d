using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Conformance;

/// <summary>What every blob store keeps: the same tests run on each adapter.</summary>
public abstract class BlobStoreConformance
{
    private int engagements;

    protected abstract Task<IBlobStore> OpenAsync();

    [Fact]
    public async Task A_blob_comes_back_as_it_was_written()
    {
        var (store, lumen) = await NewAsync();

        await WriteAsync(store, lumen, "documents/fr/fiche de mission – été/v1.md", "# Fiche");

        (await ReadAsync(store, lumen, "documents/fr/fiche de mission – été/v1.md")).ShouldBe("# Fiche");
    }

    [Fact]
    public async Task What_belongs_to_no_engagement_has_a_partition_of_its_own()
    {
        var (store, lumen) = await NewAsync();

        await WriteAsync(store, EngagementId.App, $"messages/{lumen}.json", "{}");

        (await ReadAsync(store, EngagementId.App, $"messages/{lumen}.json")).ShouldBe("{}");
        (await store.OpenReadAsync(lumen, $"messages/{lumen}.json")).ShouldBeNull();
    }

    [Fact]
    public async Task A_blob_that_is_not_there_is_null_and_its_removal_no_error()
    {
        var (store, lumen) = await NewAsync();

        (await store.OpenReadAsync(lumen, "facts/deal/1.facts")).ShouldBeNull();
        await store.DeleteAsync(lumen, "facts/deal/1.facts");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(9_000_000)]
    public async Task A_write_that_fails_leaves_the_former_blob(int writtenBefore)
    {
        var (store, lumen) = await NewAsync();
        await WriteAsync(store, lumen, "facts/deal.facts", "before");

        await Should.ThrowAsync<InvalidOperationException>(() => store.WriteAsync(lumen, "facts/deal.facts", async (stream, token) =>
        {
            await stream.WriteAsync(new byte[writtenBefore], token);
            throw new InvalidOperationException();
        }));

        (await ReadAsync(store, lumen, "facts/deal.facts")).ShouldBe("before");
        (await PathsAsync(store, lumen, "")).ShouldBe(["facts/deal.facts"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4 * 1024 * 1024)]
    [InlineData((9 * 1024 * 1024) + 3)]
    public async Task A_blob_of_any_size_comes_back_byte_for_byte(int size)
    {
        var (store, lumen) = await NewAsync();
        var content = new byte[size];
        new Random(size).NextBytes(content);

        await store.WriteAsync(lumen, "facts/large.facts", (stream, token) =>
        {
            // By odd pieces, synchronously and not, as writers do.
            stream.Write(content.AsSpan(0, size / 3));
            return stream.WriteAsync(content.AsMemory(size / 3), token).AsTask();
        });

        using var copy = new MemoryStream();
        await using (var stream = (await store.OpenReadAsync(lumen, "facts/large.facts"))!)
            await stream.CopyToAsync(copy);
        copy.ToArray().AsSpan().SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public async Task Listing_is_ordinal_by_path_and_a_prefix_may_end_within_a_name()
    {
        var (store, lumen) = await NewAsync();
        string[] paths = ["facts/deal/2.facts", "facts/deal/10.facts", "facts/Deal/1.facts", "facts/é.facts", "documents/a.md", "facts-old/a"];
        foreach (var path in paths)
            await WriteAsync(store, lumen, path, path);

        (await PathsAsync(store, lumen, "")).ShouldBe(paths.Order(StringComparer.Ordinal));
        (await PathsAsync(store, lumen, "facts/d")).ShouldBe(["facts/deal/10.facts", "facts/deal/2.facts"]);
        (await PathsAsync(store, lumen, "nothing")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_replaced_blob_has_the_new_content_only()
    {
        var (store, lumen) = await NewAsync();
        await WriteAsync(store, lumen, "a", "a long text of before");

        await WriteAsync(store, lumen, "a", "after");

        (await ReadAsync(store, lumen, "a")).ShouldBe("after");
    }

    [Fact]
    public async Task Engagements_do_not_see_each_other()
    {
        var (store, lumen) = await NewAsync();
        var other = NewEngagement();
        await WriteAsync(store, lumen, "a", "lumen");

        (await store.OpenReadAsync(other, "a")).ShouldBeNull();
        (await PathsAsync(store, other, "")).ShouldBeEmpty();
        await store.DeleteAsync(other, "a");
        (await ReadAsync(store, lumen, "a")).ShouldBe("lumen");
    }

    [Theory]
    [InlineData("../other/a")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("")]
    [InlineData("c:\\a")]
    [InlineData("con")]
    [InlineData("a\u0000")]
    public async Task A_path_that_could_leave_the_engagement_is_refused(string path)
    {
        var (store, lumen) = await NewAsync();

        await Should.ThrowAsync<OpsException>(() => WriteAsync(store, lumen, path, "x"));
        await Should.ThrowAsync<OpsException>(() => store.OpenReadAsync(lumen, path));
    }

    private static Task WriteAsync(IBlobStore store, EngagementId engagement, string path, string text) =>
        store.WriteAsync(engagement, path, (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), token).AsTask());

    private static async Task<string> ReadAsync(IBlobStore store, EngagementId engagement, string path)
    {
        await using var stream = (await store.OpenReadAsync(engagement, path)).ShouldNotBeNull();
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static async Task<List<string>> PathsAsync(IBlobStore store, EngagementId engagement, string prefix)
    {
        var paths = new List<string>();
        await foreach (var entry in store.ListAsync(engagement, prefix))
            paths.Add(entry.Path);
        return paths;
    }

    private async Task<(IBlobStore Store, EngagementId Engagement)> NewAsync() => (await OpenAsync(), NewEngagement());

    private EngagementId NewEngagement() => EngagementId.Parse($"e{GetHashCode():x8}-{engagements++}");
}
