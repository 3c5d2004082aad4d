using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Jobs;

public sealed class JobSenderTests
{
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private readonly InMemoryBlobStore blobs = new();
    private readonly InMemoryJobQueue queue = new();
    private readonly JobSender sender;
    private readonly JobReader reader;

    public JobSenderTests()
    {
        sender = new(queue, blobs);
        reader = new(blobs);
    }

    public static TheoryData<string, Job> Jobs => new()
    {
        { JobQueues.Exports, new ExportJob(Lumen, "k", "inbox/été.csv", "été.csv") { Source = "hubspot-deals", Profile = "hubspot.deals", Taken = new(2026, 11, 22), Full = true } },
        { JobQueues.Kpis, new KpiJob(Lumen, "import 7") },
        { JobQueues.Documents, new DocumentJob(Lumen, "k", "weekly-agenda", new(2024, 2, 29)) },
        { JobQueues.Digests, new DigestJob(Lumen, "k", "ceo", new(2026, 11, 23)) },
        { JobQueues.Webhooks, new WebhookJob(Lumen, "k", "zapier", "d-1") },
        { JobQueues.Events, new EventJob(Lumen, "k", "crm", "e-1", 3) },
    };

    [Theory]
    [MemberData(nameof(Jobs), DisableDiscoveryEnumeration = true)]
    public async Task Work_is_read_from_its_queue_as_it_was_sent(string name, Job job)
    {
        await sender.SendAsync(job, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        var (sentTo, message, delay) = queue.Sent.ShouldHaveSingleItem();
        (sentTo, delay).ShouldBe((name, TimeSpan.FromMinutes(2)));
        (await ReadAsync(job, message)).ShouldBe(job);
        JobReader.Header(message).ShouldBe(new JobHeader(Lumen, job.Key));
    }

    [Fact]
    public async Task Work_too_long_for_a_queue_goes_to_a_blob_and_is_read_from_there()
    {
        var job = new ExportJob(Lumen, new string('k', 60_000), "inbox/a.csv", "a.csv");

        await sender.SendAsync(job, cancellationToken: TestContext.Current.CancellationToken);

        var message = queue.Take(JobQueues.Exports).ShouldHaveSingleItem();
        Encoding.UTF8.GetByteCount(message).ShouldBeLessThan(JobSender.LongestMessage);
        (await reader.ReadAsync<ExportJob>(message, TestContext.Current.CancellationToken)).ShouldBe(job);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"engagement":"lumen"}""")]
    [InlineData("""{"engagement":"lumen","key":null}""")]
    [InlineData("""{"engagement":"../lumen","key":"k","path":"p","file":"f"}""")]
    [InlineData("""{"engagement":7,"key":"k","path":"p","file":"f"}""")]
    [InlineData("""{"engagement":"lumen","key":"k","path":"p"}""")]
    [InlineData("""{"engagement":"lumen","key":"k","path":"p","file":"f","taken":"tomorrow"}""")]
    [InlineData("""{"engagement":"lumen","key":"k","body":"messages/gone.json"}""")]
    [InlineData("""{"engagement":"lumen","key":"k","body":"inbox/a.csv"}""")]
    public async Task A_text_that_is_no_such_message_is_refused(string message)
    {
        var refusal = await Should.ThrowAsync<OpsException>(() => reader.ReadAsync<ExportJob>(message, TestContext.Current.CancellationToken));

        refusal.Kind.ShouldBe(FailureKind.Refused);
    }

    [Fact]
    public async Task A_stored_message_of_another_engagement_is_refused()
    {
        await sender.SendAsync(new KpiJob(EngagementId.Parse("other"), new string('k', 60_000)), cancellationToken: TestContext.Current.CancellationToken);
        var path = JobReader.Header(queue.Take(JobQueues.Kpis).Single())!.Body!;
        await using var theirs = await blobs.OpenReadAsync(EngagementId.Parse("other"), path, TestContext.Current.CancellationToken);
        await blobs.WriteAsync(Lumen, path, theirs!.CopyToAsync, TestContext.Current.CancellationToken);

        await Should.ThrowAsync<OpsException>(() =>
            reader.ReadAsync<KpiJob>($$"""{"engagement":"lumen","key":"k","body":"{{path}}"}""", TestContext.Current.CancellationToken));
    }

    private async Task<Job> ReadAsync(Job job, string message) => job switch
    {
        ExportJob => await reader.ReadAsync<ExportJob>(message),
        KpiJob => await reader.ReadAsync<KpiJob>(message),
        DocumentJob => await reader.ReadAsync<DocumentJob>(message),
        DigestJob => await reader.ReadAsync<DigestJob>(message),
        WebhookJob => await reader.ReadAsync<WebhookJob>(message),
        _ => await reader.ReadAsync<EventJob>(message),
    };
}
