using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Documents;
using OpsAutomation.Facts;
using OpsAutomation.Jobs.Dispatch;

namespace OpsAutomation.Core.Tests.Jobs;

/// <summary>The process dies before and after each of all effects of a whole day; what it leaves in the end is what a day without a crash leaves.</summary>
public sealed partial class CrashTests
{
    // Two documents that last and one of the cadence: more of them would only die in the same places.
    private static readonly string Plan = "documents:\n  kinds: [sop-incident, raci, status-30-60-90]\n  approval: none\n" + JobWorld.Recipient();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_day_with_a_crash_at_any_effect_ends_as_a_day_without(bool after)
    {
        var clean = await DayAsync(at: 0, after);
        clean.Effects.ShouldBeGreaterThan(50);
        for (var at = 1; at <= clean.Effects; at++)
            (await DayAsync(at, after)).End.ShouldBe(clean.End, $"killed {(after ? "after" : "before")} effect {at}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_day_with_several_crashes_ends_as_a_day_without(bool after)
    {
        var clean = await DayAsync(at: 0, after);
        Prop.ForAll(Gen.Choose(1, clean.Effects + 10).ArrayOf(4).ToArbitrary(), crashes =>
                DayAsync(at: 0, after, crashes.ToHashSet()).GetAwaiter().GetResult().End == clean.End)
            .Check(PropertyRuns.Of(30));
    }

    private static async Task<(int Effects, string End)> DayAsync(int at, bool after, HashSet<int>? also = null)
    {
        var world = new JobWorld().WithLumen(Plan);
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());
        world.Crashes.At = at;
        world.Crashes.AlsoAt = also ?? [];
        world.Crashes.After = after;
        await world.DrainAsync();
        await TickAsync(() => world.RefreshKpis.RunAsync());
        await TickAsync(() => world.SendDueDigests.RunAsync());
        await world.DrainAsync();
        await TickAsync(() => world.SendDueDigests.RunAsync());
        await world.DrainAsync();
        return (world.Crashes.Effects, await EndAsync(world));
    }

    // A round goes on with the other engagements where one fails: that one is seen to when the timer fires next.
    private static Task TickAsync(Func<Task<RoundReport>> timer) => JobWorld.TickAsync(async () =>
    {
        while ((await timer()).Failures.Count > 0)
        {
        }
    });

    // Everything that people and later runs see. Numbers of runs and what is under way are nobody's business.
    private static async Task<string> EndAsync(JobWorld world)
    {
        var end = new StringBuilder();
        foreach (var collection in new[] { "imports", "facts", "kpi-snapshots", "milestones", "baseline", "documents", "digests", "dead-letters", "dispatched" })
        {
            await foreach (var entry in world.State.ListAsync(JobWorld.Lumen, collection))
                end.Append(collection).Append('/').Append(entry.Key.Id).Append(' ').AppendLine(entry.Value);
        }

        await foreach (var record in new DocumentStore(world.Blobs, world.State).ListAsync(JobWorld.Lumen))
        {
            foreach (var extension in new[] { "md", "html", "docx" })
                end.AppendLine(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(world.Blobs[JobWorld.Lumen, record.BlobPath(extension)])));
        }

        foreach (var mail in world.Mailer.Delivered.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            end.AppendLine($"mail {mail.Key} {mail.Value.To.Address} {mail.Value.Subject}");
        foreach (var one in world.Events.Taken)
            end.AppendLine("event " + one);
        var facts = await new FactStore(world.Blobs, world.State).OpenAsync(JobWorld.Lumen);
        end.AppendLine($"imports {facts.Imports.Count}");
        return Where().Replace(end.ToString(), "");
    }

    [GeneratedRegex("\"at\":\"[^\"]*\"")]
    private static partial Regex Where();
}
