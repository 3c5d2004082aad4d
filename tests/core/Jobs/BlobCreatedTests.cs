using System.Text;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Jobs;

namespace OpsAutomation.Core.Tests.Jobs;

public class BlobCreatedTests
{
    [Theory]
    [InlineData("lumen/hubspot-deals.csv")]
    [InlineData("lumen/crm/hubspot-deals.csv")]
    public async Task A_file_that_the_storage_service_tells_of_is_imported_once_however_often_it_tells(string blob)
    {
        var world = new JobWorld().WithLumen();
        world.Blobs[JobWorld.Lumen, "inbox/" + blob["lumen/".Length..]] = Encoding.UTF8.GetBytes(JobWorld.Deals());

        for (var i = 0; i < 3; i++)
            await world.Queue.SendAsync(JobQueues.Exports, CloudEvent(blob));
        await world.DrainAsync();

        (await ImportsAsync(world, JobWorld.Lumen)).ShouldBe(1);
    }

    [Fact]
    public async Task An_event_in_Event_Grid_s_own_schema_is_understood_too()
    {
        var world = new JobWorld().WithLumen();
        world.Blobs[JobWorld.Lumen, "inbox/hubspot-deals.csv"] = Encoding.UTF8.GetBytes(JobWorld.Deals());

        await world.Queue.SendAsync(JobQueues.Exports, $$"""[{"id":"1","eventType":"Microsoft.Storage.BlobCreated","subject":"{{Subject("lumen/hubspot-deals.csv")}}","data":{},"dataVersion":"1"}]""");
        await world.DrainAsync();

        (await ImportsAsync(world, JobWorld.Lumen)).ShouldBe(1);
    }

    [Fact]
    public async Task An_event_of_one_engagement_touches_no_other()
    {
        var world = new JobWorld().WithLumen().WithLumen(id: "other");
        world.Blobs[JobWorld.Lumen, "inbox/hubspot-deals.csv"] = Encoding.UTF8.GetBytes(JobWorld.Deals());
        world.Blobs[EngagementId.Parse("other"), "inbox/hubspot-deals.csv"] = Encoding.UTF8.GetBytes(JobWorld.Deals());

        await world.Queue.SendAsync(JobQueues.Exports, CloudEvent("lumen/hubspot-deals.csv"));
        await world.DrainAsync();

        (await ImportsAsync(world, JobWorld.Lumen)).ShouldBe(1);
        (await ImportsAsync(world, EngagementId.Parse("other"))).ShouldBe(0);
    }

    [Theory]
    [InlineData("/blobServices/default/containers/documents/blobs/lumen/a.csv")]
    [InlineData("/blobServices/default/containers/inbox/blobs/a.csv")]
    [InlineData("/blobServices/default/containers/inbox/blobs/../a.csv")]
    [InlineData("")]
    public void An_event_that_names_no_inbox_is_no_work(string subject) =>
        BlobCreated.AsJob($$"""{"type":"Microsoft.Storage.BlobCreated","subject":"{{subject}}"}""").ShouldBeNull();

    [Theory]
    [InlineData("""{"engagement":"lumen","key":"Microsoft.Storage.BlobCreated"}""")]
    [InlineData("""["Microsoft.Storage.BlobCreated"]""")]
    [InlineData("""Microsoft.Storage.BlobCreated""")]
    [InlineData("""{"type":["Microsoft.Storage.BlobCreated"],"subject":1}""")]
    [InlineData("[]")]
    [InlineData("""{"type":"Microsoft.Storage.BlobCreated","subject":"\ud800"}""")]
    public void A_message_that_only_looks_like_an_event_is_left_as_it_is(string message) => BlobCreated.AsJob(message).ShouldBeNull();

    [Fact]
    public async Task An_event_that_the_host_gave_up_on_can_be_replayed()
    {
        var world = new JobWorld().WithLumen();
        world.Blobs[JobWorld.Lumen, "inbox/hubspot-deals.csv"] = Encoding.UTF8.GetBytes(JobWorld.Deals());

        await world.Poison.ReportAsync(JobQueues.Exports + JobQueues.PoisonSuffix, CloudEvent("lumen/hubspot-deals.csv"));
        await foreach (var letter in world.Box.ListAsync(JobWorld.Lumen))
            await world.Box.ReplayAsync(JobWorld.Lumen, letter.Id);
        await world.DrainAsync();

        (await ImportsAsync(world, JobWorld.Lumen)).ShouldBe(1);
    }

    private static string Subject(string blob) => "/blobServices/default/containers/inbox/blobs/" + blob;

    private static string CloudEvent(string blob) => JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["specversion"] = "1.0",
        ["type"] = "Microsoft.Storage.BlobCreated",
        ["source"] = "/subscriptions/0/resourceGroups/ops/providers/Microsoft.Storage/storageAccounts/data",
        ["subject"] = Subject(blob),
        ["id"] = "6b2a9f0e-501e-0036-2f0e-9d5d7c000000",
        ["data"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["api"] = "PutBlob", ["contentLength"] = 200 },
    });

    private static async Task<int> ImportsAsync(JobWorld world, EngagementId engagement) =>
        (await new ImportLedger(world.State).ReadAsync(engagement, int.MaxValue, CancellationToken.None)).Count;
}
