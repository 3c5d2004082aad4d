using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Runs;
namespace OpsAutomation.Core.Tests.Jobs;

public sealed class FlowTests
{
    [Fact]
    public async Task An_export_becomes_figures_events_documents_and_a_digest()
    {
        var world = new JobWorld().WithLumen();
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());

        await world.DrainAsync();
        await world.SendDueDigests.RunAsync();
        await world.DrainAsync();

        world.Mailer.Delivered.Values.Select(mail => mail.Text).Where(text => text.Contains("replay")).ShouldBeEmpty();
        world.Events.Of("export.ingested").ShouldBe(["export.ingested hubspot-deals.csv"]);
        world.Events.Of("kpi.off-target").ShouldBe(["kpi.off-target sales.won-amount"]);
        var engagement = (await new RegisteredEngagements(world.Registry).FindAsync(JobWorld.Lumen))!;
        var today = Instant.FromDateTimeOffset(world.Time.GetUtcNow()).InZone(engagement.Zone).Date;
        // What binds people is a draft until it is approved.
        world.Events.Of("document.published").Count.ShouldBe(DocumentLibrary.PlanFor(engagement).Count(kind => !DocumentRule.Of(engagement, kind, [], []).NeedsApproval && CadenceCalendar.IsDue(engagement, kind.Id, today, null)));
        world.Events.Of("digest.sent").ShouldBe(["digest.sent claire"]);
        world.Mailer.Delivered.Count.ShouldBe(1);
        var letters = new List<string>();
        await foreach (var letter in world.Box.ListAsync(JobWorld.Lumen))
            letters.Add(letter.Reason.En);
        letters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_exports_at_once_are_looked_at_once_and_what_comes_later_is_looked_at_again()
    {
        var world = new JobWorld().WithLumen("documents:\n  kinds: [status-30-60-90]\n" + JobWorld.Recipient());
        for (var i = 1; i <= 5; i++)
            await world.UploadAsync($"hubspot-deals-{i}.csv", JobWorld.Deals(1000 * i));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);

        await world.DrainAsync(counts);
        counts["kpis"].ShouldBe(5);
        counts["documents"].ShouldBe(1);

        await world.UploadAsync("hubspot-deals-6.csv", JobWorld.Deals(99_000));
        await world.DrainAsync(counts);
        counts["documents"].ShouldBe(2);
        world.Events.Of("kpi.on-target").Count.ShouldBe(1);
    }
}
