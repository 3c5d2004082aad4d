using System.Text;
using Azure.Storage.Blobs;
using OpsAutomation.Azure.Tests;
using OpsAutomation.Conformance;
using OpsAutomation.FunctionsRuntime.Timers;

namespace OpsAutomation.FunctionsRuntime.Tests.Timers;

public sealed class AzureTimerStoreTests(Azurite azurite) : TimerStoreConformance
{
    private static int hosts;
    private readonly string host = $"host-{Interlocked.Increment(ref hosts)}";

    protected override ITimerStore Open() => new AzureTimerStore(new BlobServiceClient(azurite.ConnectionString), host);

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time);

    [Fact]
    public async Task The_status_lies_where_and_as_the_real_host_writes_it()
    {
        await Open().BeginAsync("Tick", new(null, new(2026, 1, 5, 8, 15, 0, TimeSpan.Zero), new(2026, 1, 5, 8, 0, 0, 500, TimeSpan.Zero)));

        (await Status().DownloadContentAsync()).Value.Content.ToString()
            .ShouldBe("""{"Last":"0001-01-01T00:00:00","Next":"2026-01-05T08:15:00Z","LastUpdated":"2026-01-05T08:00:00.5Z"}""");
    }

    [Fact]
    public async Task What_the_real_host_wrote_is_read()
    {
        await WriteAsync("""{"Last":"2026-01-05T09:15:00.0035709+01:00","Next":"2026-01-05T09:30:00+01:00","LastUpdated":"2026-01-05T09:15:00.0035709+01:00"}""");

        var found = (await Open().FindAsync("Tick"))!;

        found.Last.ShouldBe(new DateTimeOffset(2026, 1, 5, 8, 15, 0, TimeSpan.Zero).AddTicks(35709));
        found.Next.ShouldBe(new DateTimeOffset(2026, 1, 5, 8, 30, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"Last\": \"yesterday\"}")]
    public async Task A_status_that_cannot_be_read_counts_as_begun_when_it_was_written(string text)
    {
        await WriteAsync(text);

        var found = (await Open().FindAsync("Tick"))!;

        found.Last.ShouldBeNull();
        found.Updated.ShouldBe((await Status().GetPropertiesAsync()).Value.LastModified);
    }

    private BlobClient Status() =>
        new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient("azure-webjobs-hosts").GetBlobClient($"timers/{host}/Host.Functions.Tick/status");

    private async Task WriteAsync(string text)
    {
        await Open().BeginAsync("Tick", new(null, default, default));
        await Status().UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(text)), overwrite: true);
    }
}
