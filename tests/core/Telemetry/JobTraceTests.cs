using System.Diagnostics;
using System.Text.RegularExpressions;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Jobs;
using OpsAutomation.Telemetry;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class JobTraceTests
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task One_trace_leads_from_the_export_over_figures_and_documents_to_the_digest_of_another_day()
    {
        using var log = new ActivityLog();
        var world = new JobWorld().WithLumen();
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());
        await world.DrainAsync();
        await world.SendDueDigests.RunAsync();
        await world.DrainAsync();

        var names = log.Ended.Select(activity => activity.DisplayName).Distinct(StringComparer.Ordinal).ToList();

        names.ShouldBe(
            ["send exports", "process exports", "send kpis", "process kpis", "send documents", "process documents", "send digests", "process digests"], ignoreOrder: true);
        log.Ended.Select(activity => activity.TraceId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Each_step_is_the_child_of_what_sent_it()
    {
        using var log = new ActivityLog();
        var world = new JobWorld().WithLumen();
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());
        await world.DrainAsync();

        Activity Of(string name) => log.Ended.First(activity => activity.DisplayName == name);
        Of("process exports").ParentSpanId.ShouldBe(Of("send exports").SpanId);
        Of("send kpis").ParentSpanId.ShouldBe(Of("process exports").SpanId);
        Of("process kpis").ParentSpanId.ShouldBe(Of("send kpis").SpanId);
        (Of("send kpis").Kind, Of("process kpis").Kind).ShouldBe((ActivityKind.Producer, ActivityKind.Consumer));
    }

    [Fact]
    public async Task What_the_host_has_under_way_is_linked_and_is_not_the_parent()
    {
        using var log = new ActivityLog();
        var world = new JobWorld().WithLumen();
        using (var host = new Activity("invocation").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            await world.Kpis.HandleAsync($$"""{"engagement":"lumen","key":"kpis","traceparent":"{{Parent}}"}""", TestContext.Current.CancellationToken);

            var handled = log.Ended.Single(activity => activity.DisplayName == "process kpis");
            handled.ParentId.ShouldBe(Parent);
            handled.Links.Single().Context.SpanId.ShouldBe(host.SpanId);
        }
    }

    [Fact]
    public async Task Where_nobody_listens_a_message_is_what_it_was_before_there_were_traces()
    {
        var queue = new InMemoryJobQueue();

        await new JobSender(queue, new InMemoryBlobStore(), new ManualTime()).SendAsync(new KpiJob(JobWorld.Lumen, "kpis") { TraceParent = Parent }, cancellationToken: TestContext.Current.CancellationToken);

        queue.Take(JobQueues.Kpis).ShouldHaveSingleItem().ShouldBe("""{"engagement":"lumen","key":"kpis"}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","traceparent":"nonsense","tracestate":"also nonsense" """)]
    [InlineData(""","traceparent":null""")]
    public async Task A_message_without_a_trace_or_with_nonsense_begins_one(string trace)
    {
        using var log = new ActivityLog();
        var world = new JobWorld().WithLumen();

        (await world.Kpis.HandleAsync($$"""{"engagement":"lumen","key":"kpis"{{trace}}}""", TestContext.Current.CancellationToken)).ShouldBeNull();

        log.Ended.Single(activity => activity.DisplayName == "process kpis").ParentId.ShouldBeNull();
    }

    [Fact]
    public async Task A_message_too_long_for_a_queue_is_the_same_blob_whatever_its_trace_and_keeps_it()
    {
        using var log = new ActivityLog();
        var (queue, blobs) = (new InMemoryJobQueue(), new InMemoryBlobStore());
        var sender = new JobSender(queue, blobs);
        var job = new ExportJob(JobWorld.Lumen, new string('k', 60_000), "inbox/a.csv", "a.csv");

        await sender.SendAsync(job, cancellationToken: TestContext.Current.CancellationToken);
        await sender.SendAsync(job, cancellationToken: TestContext.Current.CancellationToken);

        var messages = queue.Take(JobQueues.Exports).Select(message => JobReader.Header(message)!).ToList();
        messages.Select(header => header.Body).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        messages.Select(header => header.TraceParent).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
        var read = await new JobReader(blobs).ReadAsync<ExportJob>(
            $$"""{"engagement":"lumen","key":"k","body":"{{messages[0].Body}}","traceparent":"{{messages[0].TraceParent}}"}""", TestContext.Current.CancellationToken);
        read.ShouldBe(job with { TraceParent = messages[0].TraceParent });
    }

    [Fact]
    public async Task What_fails_says_so_by_kind_and_no_tag_says_more_than_ids_and_names_of_queues()
    {
        using var log = new ActivityLog();
        var world = new JobWorld().WithLumen();
        await world.UploadAsync("Marie Dupont.csv", "no,table\n\"\n");
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());
        await world.DrainAsync();
        await world.SendDueDigests.RunAsync();
        await world.DrainAsync();

        log.Ended.ShouldContain(activity => activity.DisplayName == "process exports" && activity.Status == ActivityStatusCode.Error);
        var tags = log.Ended.SelectMany(activity => activity.TagObjects).Select(tag => $"{tag.Key}={tag.Value}").Distinct(StringComparer.Ordinal).ToList();
        tags.ShouldAllBe(tag => Regex.IsMatch(
            tag,
            "^(messaging\\.(system|operation\\.(name|type)|destination\\.name)=[a-z_]+|ops\\.engagement\\.id=lumen|error\\.type=(refused|retriable))$",
            RegexOptions.None, TimeSpan.FromSeconds(1)));
        log.Ended.ShouldAllBe(activity => activity.StatusDescription == null && !activity.Events.Any());
    }

    [Fact]
    public void A_trace_is_read_as_the_specification_writes_it()
    {
        new TraceContext(Parent, "vendor=value").ToParent().TraceState.ShouldBe("vendor=value");
        new TraceContext(Parent, new string('x', 600)).ToParent().TraceState.ShouldBeNull();
        new TraceContext("00-00000000000000000000000000000000-b7ad6b7169203331-01", null).ToParent().ShouldBe(default);
        new TraceContext(null, null).ToParent().ShouldBe(default);
    }
}
