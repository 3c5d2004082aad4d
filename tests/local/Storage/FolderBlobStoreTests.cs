using System.Text;
using OpsAutomation.Conformance;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Tests.Storage;

public sealed class FolderBlobStoreTests : BlobStoreConformance, IDisposable
{
    private readonly TemporaryHome temporary = new();
    private LocalHome? opened;

    [Fact]
    public async Task A_write_that_fails_leaves_the_former_blob_and_nothing_else()
    {
        using var home = await temporary.OpenAsync();
        await home.WriteTextAsync("facts/deal.facts", "before");

        await Should.ThrowAsync<InvalidOperationException>(() => home.Blobs.WriteAsync(TemporaryHome.Lumen, "facts/deal.facts", async (stream, token) =>
        {
            await stream.WriteAsync("half"u8.ToArray(), token);
            throw new InvalidOperationException();
        }));

        Encoding.UTF8.GetString(await home.ReadBytesAsync("facts/deal.facts")).ShouldBe("before");
        Directory.EnumerateFiles(temporary.Folder, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Templates_that_people_put_beside_the_engagement_s_file_are_read_too_and_nothing_else_there_is()
    {
        using var home = await temporary.OpenAsync();
        var folder = Path.Combine(temporary.Folder, "engagements", TemporaryHome.Lumen.Value);
        Directory.CreateDirectory(Path.Combine(folder, "templates", "fr"));
        await File.WriteAllTextAsync(Path.Combine(folder, "templates", "fr", "raci.md"), "beside");
        await File.WriteAllTextAsync(Path.Combine(folder, "templates", "fr", "backlog.md"), "beside");
        await home.WriteTextAsync("templates/fr/raci.md", "among the blobs");

        Encoding.UTF8.GetString(await home.ReadBytesAsync("templates/fr/raci.md")).ShouldBe("among the blobs");
        Encoding.UTF8.GetString(await home.ReadBytesAsync("templates/fr/backlog.md")).ShouldBe("beside");
        var listed = new List<string>();
        await foreach (var entry in home.Blobs.ListAsync(TemporaryHome.Lumen, "templates/"))
            listed.Add(entry.Path);
        listed.ShouldBe(["templates/fr/backlog.md", "templates/fr/raci.md"]);
        (await home.Blobs.OpenReadAsync(TemporaryHome.Lumen, "engagement.yaml")).ShouldBeNull();
    }

    [Fact]
    public async Task A_blob_that_is_being_read_can_be_replaced()
    {
        using var home = await temporary.OpenAsync();
        await home.WriteTextAsync("a", "before");
        await using var reading = (await home.Blobs.OpenReadAsync(TemporaryHome.Lumen, "a"))!;

        await home.WriteTextAsync("a", "after");

        using var reader = new StreamReader(reading);
        (await reader.ReadToEndAsync()).ShouldBe("before");
        Encoding.UTF8.GetString(await home.ReadBytesAsync("a")).ShouldBe("after");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../engagement.yaml")]
    [InlineData("facts/../../engagement.yaml")]
    [InlineData("facts//deal")]
    [InlineData("facts/.")]
    [InlineData("facts/.hidden")]
    [InlineData("facts\\deal")]
    [InlineData("C:/facts")]
    [InlineData("exports/con")]
    [InlineData("exports/Aux.csv")]
    [InlineData("exports/deals.csv ")]
    [InlineData("exports/deals.")]
    [InlineData("exports/de\nals")]
    public async Task A_path_that_could_leave_the_folder_or_be_no_file_somewhere_is_refused(string path)
    {
        using var home = await temporary.OpenAsync();

        (await Should.ThrowAsync<OpsException>(() => home.WriteTextAsync(path, "x"))).Kind.ShouldBe(FailureKind.Refused);
        await Should.ThrowAsync<OpsException>(() => home.Blobs.OpenReadAsync(TemporaryHome.Lumen, path));
        await Should.ThrowAsync<OpsException>(() => home.Blobs.DeleteAsync(TemporaryHome.Lumen, path));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_with_its_path()
    {
        using var home = await temporary.OpenAsync();
        await home.WriteTextAsync("facts", "a file where a folder is needed");

        var failure = await Should.ThrowAsync<OpsException>(() => home.WriteTextAsync("facts/deal", "x"));

        failure.Kind.ShouldBe(FailureKind.Retriable);
        failure.Text.Fr.ShouldContain(Path.Combine("blobs", "facts", "deal"));
    }

    public void Dispose()
    {
        opened?.Dispose();
        temporary.Dispose();
    }

    protected override async Task<IBlobStore> OpenAsync() => (opened = await temporary.OpenAsync()).Blobs;
}
