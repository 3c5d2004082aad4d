using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ports;
using OpsAutomation.Privacy;
using OpsAutomation.Core.Tests.Exports;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Privacy;

public sealed class RetentionSweepTests
{
    private const string Deals = "Record ID,Deal Name,Deal Stage,Amount,Close Date\n1,Audit,Closed Won,10,2026-01-02\n";

    private readonly ImportBench bench = new();

    private EngagementId Id => bench.Engagement.Id;

    [Fact]
    public async Task Originals_go_when_they_are_over_age_and_facts_and_the_ledger_stay()
    {
        foreach (var path in new[] { "inbox/a.csv", "pulled/k/a.csv", "uploads/u/a.csv", "documents/fr/a.md" })
            bench.Blobs[Id, path] = [1];
        await bench.ImportAsync(Deals);
        await SweepAsync(after: 179);
        bench.Blobs.Paths(Id).Contains("inbox/a.csv", StringComparer.Ordinal).ShouldBeTrue();

        await SweepAsync(after: 2);

        bench.Blobs.Paths(Id).ShouldAllBe(path => !path.EndsWith("a.csv", StringComparison.Ordinal));
        bench.Blobs.Paths(Id).Contains("documents/fr/a.md", StringComparer.Ordinal).ShouldBeTrue();
        (await bench.ReadAsync(FactType.Deal)).ShouldHaveSingleItem();
        (await bench.ImportAsync(Deals)).AlreadyImported.ShouldBeTrue();
    }

    [Fact]
    public async Task An_original_that_an_open_dead_letter_needs_stays_until_it_is_mended()
    {
        bench.Blobs[Id, "uploads/u/été.csv"] = [1];
        var jobs = new InMemoryJobQueue();
        var box = new DeadLetterBox(bench.State, jobs, bench.Time);
        var job = new ExportJob(Id, "upload/u", "uploads/u/été.csv", "été.csv");
        await box.BuryAsync(Id, JobQueues.Exports, job.Key, System.Text.Json.JsonSerializer.Serialize(job, JobJson.Default.ExportJob), new("no", "non"));

        await SweepAsync(after: 400);
        bench.Blobs.Paths(Id).Contains("uploads/u/été.csv", StringComparer.Ordinal).ShouldBeTrue();
        await box.SettleAsync(JobQueues.Exports, job);
        await SweepAsync(after: 1);

        bench.Blobs.Paths(Id).ShouldBeEmpty();
        (await box.FindAsync(Id, DeadLetterBox.IdOf(JobQueues.Exports, Id, job.Key))).ShouldBeNull();
    }

    [Fact]
    public async Task Bodies_of_webhooks_go_a_week_after_they_were_settled_and_a_repetition_is_still_known()
    {
        var deliveries = new WebhookDeliveries(bench.State);
        var settled = await DeliverAsync("crm/00aa", WebhookOutcome.Applied, isShort: true);
        var longer = await DeliverAsync("crm/00bb", WebhookOutcome.Kept, isShort: false);
        var waiting = await DeliverAsync("crm/00cc", WebhookOutcome.Received, isShort: true);
        var refused = await DeliverAsync("crm/00dd", WebhookOutcome.Refused, isShort: true);
        var bodies = new WebhookBodies(bench.Blobs, bench.State);
        await SweepAsync(after: 6);
        (await bodies.ReadAsync(Id, settled)).ShouldNotBeNull();

        await SweepAsync(after: 3);

        (await bodies.ReadAsync(Id, settled)).ShouldBeNull();
        (await bodies.ReadAsync(Id, longer)).ShouldBeNull();
        (await bodies.ReadAsync(Id, waiting)).ShouldNotBeNull();
        (await bodies.ReadAsync(Id, refused)).ShouldNotBeNull();
        await SweepAsync(after: 100);
        var kept = (await deliveries.FindAsync(Id, settled.Id)).ShouldNotBeNull();
        (kept.SenderId, kept.Outcome, kept.Effects.Count).ShouldBe((null, WebhookOutcome.Applied, 0));
    }

    [Fact]
    public async Task An_engagement_is_swept_once_a_day_and_again_after_a_crash()
    {
        bench.Blobs[Id, "inbox/a.csv"] = [1];
        bench.Time.Advance(Duration.FromDays(400));
        bench.Blobs.Fault = (_, step) => step.StartsWith("delete", StringComparison.Ordinal) ? new IOException("killed") : null;
        await Should.ThrowAsync<IOException>(() => new RetentionSweep(bench.Blobs, bench.State, bench.Time).RunAsync(bench.Engagement));
        bench.Blobs.Fault = null;

        (await new RetentionSweep(bench.Blobs, bench.State, bench.Time).RunAsync(bench.Engagement)).ShouldBe(1);
        (await new RetentionSweep(bench.Blobs, bench.State, bench.Time).RunAsync(bench.Engagement)).ShouldBeNull();
    }

    [Fact]
    public async Task Facts_of_a_closed_engagement_go_only_where_its_file_says_so()
    {
        await bench.ImportAsync(Deals);
        var told = new StateKey(FactChanges.Collection, "contact/00");
        await bench.State.CommitAsync(Id, [StateChange.Put(told, ChangedRecordJson.Write(new ChangedRecord(FactType.Contact, "crm", "1")))]);
        var closed = bench.Engagement with { State = EngagementState.Closed };
        await SweepAsync(after: 4000, closed);
        (await bench.ReadAsync(FactType.Deal)).ShouldHaveSingleItem();
        var limited = closed with { Retention = new RetentionSettings { FactsAfterClose = 30 } };

        await SweepAsync(after: 29, limited);
        (await bench.ReadAsync(FactType.Deal)).ShouldHaveSingleItem();
        (await bench.State.FindAsync(Id, told)).ShouldNotBeNull();
        await SweepAsync(after: 1, limited);

        (await bench.State.FindAsync(Id, told)).ShouldBeNull();
        (await bench.ReadAsync(FactType.Deal)).ShouldBeEmpty();
        bench.Blobs.Paths(Id).ShouldAllBe(path => !path.StartsWith("facts/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_file_sets_the_days_and_refuses_what_is_none()
    {
        var yaml = "id: lumen\nname: Lumen\nlocale: fr-FR\nstart: 2026-01-05\nretention: {exports: 30, webhookBodies: 1, factsAfterClose: 365}\n";
        EngagementReader.Read(new ConfigurationText("lumen.yaml", yaml)).Retention.ShouldBe(new RetentionSettings { Exports = 30, WebhookBodies = 1, FactsAfterClose = 365 });
        var refusal = Should.Throw<OpsException>(() => EngagementReader.Read(new ConfigurationText("lumen.yaml", yaml.Replace("30", "0", StringComparison.Ordinal))));
        refusal.Message.ShouldContain("retention.exports");
    }

    private async Task SweepAsync(int after, Engagement? engagement = null)
    {
        bench.Time.Advance(Duration.FromDays(after));
        await new RetentionSweep(bench.Blobs, bench.State, bench.Time).RunAsync(engagement ?? bench.Engagement);
    }

    private async Task<WebhookDelivery> DeliverAsync(string id, WebhookOutcome outcome, bool isShort)
    {
        var body = new byte[isShort ? 10 : WebhookBodies.LongestRecord + 1];
        var delivery = new WebhookDelivery
        {
            Id = id, Source = "crm", SenderId = "zoe@canari.test", Received = bench.Time.Now, Length = body.Length, Outcome = outcome, Effects = ["D-1"],
            Settled = outcome == WebhookOutcome.Received ? null : bench.Time.Now,
        };
        var change = await new WebhookBodies(bench.Blobs, bench.State).KeepAsync(Id, delivery, body, CancellationToken.None);
        await new WebhookDeliveries(bench.State).TryAddAsync(Id, delivery, change, CancellationToken.None);
        return delivery;
    }
}
