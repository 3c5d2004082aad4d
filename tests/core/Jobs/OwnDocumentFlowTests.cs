using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;
using OpsAutomation.Runs;

namespace OpsAutomation.Core.Tests.Jobs;

/// <summary>Procedures that people of an engagement wrote are brought up to date over the queues, as the library's are.</summary>
public sealed class OwnDocumentFlowTests
{
    private const string Plan = "documents:\n  kinds: [sop-incident, status-30-60-90]\n  approval: none\n";
    private const string Kind = "sop-own-dunning";

    [Fact]
    public async Task A_procedure_of_ones_own_gets_its_new_target_and_keeps_its_text_and_one_that_was_retired_is_left()
    {
        var world = new JobWorld().WithLumen(Plan + JobWorld.Recipient());
        await ProposeAsync(world, Language.French);
        await ProposeAsync(world, Language.English);
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());
        await world.DrainAsync();
        (await RecordAsync(world, Language.French)).Version.ShouldBe(1);
        await new DocumentLife(world.Blobs, world.State, world.Time).RetireAsync(await EngagementAsync(world), Kind, Language.English, await ActAsync(world));

        world.Registry.Put(JobWorld.Lumen, (await world.Registry.FindAsync(JobWorld.Lumen))!.Yaml.Replace("value: 45000", "value: 52000", StringComparison.Ordinal));
        (await world.RefreshKpis.RunAsync()).Failures.ShouldBeEmpty();
        await world.DrainAsync();

        var record = await RecordAsync(world, Language.French);
        record.Version.ShouldBe(2);
        var text = System.Text.Encoding.UTF8.GetString(world.Blobs[JobWorld.Lumen, record.BlobPath("md")]);
        text.ShouldContain("Every Tuesday.");
        text.ShouldContain("52");
        (await RecordAsync(world, Language.English)).ShouldSatisfyAllConditions(one => one.Version.ShouldBe(1), one => one.Status.ShouldBe(DocumentStatus.Retired));
        (await world.Box.ListAsync(JobWorld.Lumen).ToListAsync()).ShouldBeEmpty();
    }

    private static async Task ProposeAsync(JobWorld world, Language language)
    {
        var (engagement, act) = (await EngagementAsync(world), await ActAsync(world));
        var standing = await new StandingReader(world.Blobs, world.State, world.Time).ReadAsync(engagement, act.Today, act.Today);
        await new DocumentEditor(world.Blobs, world.State, world.Time).ProposeAsync(
            standing.ForDocuments(language), null, "d.md", "---\ntitle: Dunning\nkpis: sales.won-amount\n---\nEvery Tuesday.\n", act);
        await new DocumentLife(world.Blobs, world.State, world.Time).ApproveAsync(engagement, Kind, language, act);
    }

    private static async Task<Engagement> EngagementAsync(JobWorld world) => (await new RegisteredEngagements(world.Registry).FindAsync(JobWorld.Lumen))!;

    private static async Task<LifeAct> ActAsync(JobWorld world) => new("anna", NodaTime.Instant.FromDateTimeOffset(world.Time.GetUtcNow()).InZone((await EngagementAsync(world)).Zone).Date);

    private static async Task<DocumentRecord> RecordAsync(JobWorld world, Language language) =>
        (await new DocumentStore(world.Blobs, world.State).FindAsync(JobWorld.Lumen, Kind, language)).ShouldNotBeNull();
}
