using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Engagements;
using OpsAutomation.Feeds;
using OpsAutomation.Kpis;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Feeds;

public sealed class KpiFeedReaderTests
{
    private readonly JobWorld world = new JobWorld().WithLumen();
    private readonly CountedBlobs blobs;
    private readonly KpiFeedReader feeds;

    public KpiFeedReaderTests()
    {
        blobs = new(world.Blobs);
        feeds = new(world.Registry, blobs, world.State, world.Time);
    }

    [Fact]
    public async Task A_poll_costs_no_look_at_the_facts_until_something_changes()
    {
        await world.UploadAsync("deals.csv", JobWorld.Deals());
        await world.DrainAsync();
        var token = await TokenAsync();

        var first = await ReadAsync(token);
        blobs.FactsRead.ShouldBeGreaterThan(0);
        blobs.FactsRead = 0;
        for (var poll = 0; poll < 5; poll++)
        {
            world.Time.Now += Duration.FromMinutes(15);
            (await ReadAsync(token))!.Tag.ShouldBe(first!.Tag);
        }

        blobs.FactsRead.ShouldBe(0);
        await world.UploadAsync("deals-2.csv", JobWorld.Deals(99_000));
        await world.DrainAsync();
        var next = await ReadAsync(token);
        string.Equals(next!.Tag, first!.Tag, StringComparison.Ordinal).ShouldBeFalse();
        // What was computed when the export came in was kept for whoever polls.
        blobs.FactsRead.ShouldBe(0);
        Text(next).ShouldContain(",99000,45000,,on-target,");

        world.Time.Now += Duration.FromDays(1);
        await ReadAsync(token);
        blobs.FactsRead.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_feed_that_was_kept_damaged_is_computed_anew()
    {
        await world.UploadAsync("deals.csv", JobWorld.Deals());
        await world.DrainAsync();
        var token = await TokenAsync();
        var good = Text(await ReadAsync(token));
        world.Blobs[JobWorld.Lumen, "feed/kpis.json"] = Encoding.UTF8.GetBytes("""{"day":"2026-01-05","pri""");

        Text(await ReadAsync(token)).ShouldBe(good);
    }

    [Fact]
    public async Task Labels_come_in_the_language_asked_for_and_else_in_that_of_the_engagement()
    {
        await world.UploadAsync("deals.csv", JobWorld.Deals());
        await world.DrainAsync();
        var token = await TokenAsync();
        var label = KpiCatalogue.Find(KpiIds.WonAmount)!.Label;

        Text(await feeds.ReadAsync("lumen", "csv", token, null)).ShouldContain($",{label.Fr},");
        Text(await feeds.ReadAsync("lumen", "csv", token, Language.French)).ShouldContain($",{label.Fr},");
        Text(await feeds.ReadAsync("lumen", "csv", token, Language.English)).ShouldContain($",{label.En},");
    }

    [Fact]
    public async Task Nothing_tells_which_of_engagement_token_and_format_is_wrong_and_a_closed_engagement_has_no_feed()
    {
        var token = await TokenAsync();
        world.WithLumen(id: "other");

        foreach (var (engagement, format, sent) in new[]
        {
            ("lumen", "csv", null), ("lumen", "csv", ""), ("lumen", "csv", token + "x"), ("lumen", "xlsx", token), ("lumen", "", token), ("other", "csv", token),
            ("nobody", "csv", token), ("LUMEN", "csv", token), ("../lumen", "csv", token), (new string('a', 5000), "json", token),
        })
            (await feeds.ReadAsync(engagement, format, sent, null)).ShouldBeNull($"{engagement} {format}");
        (await feeds.ReadAsync("lumen", "JSON", token, null)).ShouldNotBeNull();

        world.Registry.Put(JobWorld.Lumen, (await world.Registry.FindAsync(JobWorld.Lumen))!.Yaml.Replace("state: active", "state: closed", StringComparison.Ordinal));
        (await feeds.ReadAsync("lumen", "csv", token, null)).ShouldBeNull();
    }

    private Task<string> TokenAsync() => new FeedTokens(world.State, world.Time).AddAsync(JobWorld.Lumen, "sheets", null);

    private Task<KpiFeedFile?> ReadAsync(string token) => feeds.ReadAsync("lumen", "csv", token, null);

    private static string Text(KpiFeedFile? file) => Encoding.UTF8.GetString(file!.Content.Span);

    private sealed class CountedBlobs(IBlobStore inner) : IBlobStore
    {
        public int FactsRead { get; set; }

        public Task<Stream?> OpenReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default)
        {
            if (path.StartsWith("facts/", StringComparison.Ordinal))
                FactsRead++;
            return inner.OpenReadAsync(engagement, path, cancellationToken);
        }

        public Task WriteAsync(EngagementId engagement, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default) =>
            inner.WriteAsync(engagement, path, write, cancellationToken);

        public async IAsyncEnumerable<BlobEntry> ListAsync(EngagementId engagement, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var entry in inner.ListAsync(engagement, prefix, cancellationToken))
                yield return entry;
        }

        public Task DeleteAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default) => inner.DeleteAsync(engagement, path, cancellationToken);
    }
}
