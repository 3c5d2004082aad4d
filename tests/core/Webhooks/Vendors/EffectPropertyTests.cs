using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Facts;
using OpsAutomation.Jobs;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks.Vendors;

public sealed class EffectPropertyTests
{
    private static readonly string[] Stages = ["closedwon", "closedlost", "qualifiedtobuy", "31415926"];

    [Fact]
    public void Figures_are_the_same_whatever_order_company_and_number_of_times_events_come_in()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var events = Enumerable.Range(1, random.Next(2, 8)).Select(number => Event(random, number)).ToList();
            var one = RunAsync(events.Select(happening => $"[{happening}]"), exportAt: 0).GetAwaiter().GetResult();
            var shuffled = events.OrderBy(_ => random.Next()).ToList();
            var bodies = shuffled.Chunk(random.Next(1, 4)).Concat(shuffled.Chunk(random.Next(1, 4))).Select(part => $"[{string.Join(',', part)}]").ToList();
            RunAsync(bodies, exportAt: random.Next(bodies.Count + 1)).GetAwaiter().GetResult().ShouldBe(one);
        }).Check(PropertyRuns.Of(40));
    }

    [Fact]
    public async Task A_crash_before_or_after_any_effect_ends_as_one_clean_run()
    {
        var body = WebhookSamples.Get("trello-card-moved").Text.Replace("J30-3", "J45-2", StringComparison.Ordinal);
        for (var at = 1; ; at++)
        {
            var world = new EffectWorld();
            foreach (var after in new[] { false, true })
            {
                world = new EffectWorld();
                await world.TakeAsync("trello", body);
                world.Crashes.At = world.Crashes.Effects + at;
                world.Crashes.After = after;
                await world.DrainAsync();

                var delivery = await SingleAsync(world);
                (delivery.Outcome, string.Join(' ', delivery.Effects)).ShouldBe((WebhookOutcome.Applied, "task 5f1a2b3c4d5e6f7081920123 J45-2"));
                (await world.WeekAsync("delivery.done-count")).ShouldBe(1m);
                world.Queue.Take(JobQueues.Kpis).ShouldNotBeEmpty();
            }

            if (world.Crashes.Effects < world.Crashes.At)
                return;
        }
    }

    [Fact]
    public async Task A_hundred_events_ask_for_two_looks_at_the_figures()
    {
        var world = new EffectWorld();
        for (var number = 0; number < 100; number++)
            await world.PostAsync("hubspot", $"[{Event(new Random(number), number)}]");
        world.Queue.Sent.Where(sent => sent.Queue == JobQueues.Kpis).Select(sent => sent.Delay).ShouldBe([TimeSpan.Zero, TimeSpan.FromSeconds(31)]);
        world.Time.Advance(NodaTime.Duration.FromSeconds(40));
        await world.PostAsync("hubspot", $"[{Event(new Random(200), 200)}]");
        world.Queue.Sent.Count(sent => sent.Queue == JobQueues.Kpis && sent.Delay == TimeSpan.Zero).ShouldBe(2);
    }

    private static async Task<string> RunAsync(IEnumerable<string> bodies, int exportAt)
    {
        var world = new EffectWorld();
        var place = 0;
        foreach (var body in bodies.Append(null))
        {
            if (place++ == exportAt)
                await world.ImportAsync("Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Last Modified Date\n1,A,Contract sent,100,2026-01-30,2025-12-01,2026-01-04 18:00\n2,B,Closed Won,50,2026-01-03,2025-12-01,2026-01-05 09:00\n");
            if (body is null)
                continue;
            await world.TakeAsync("hubspot", body);
            await world.DrainAsync();
        }

        string[] asked = [KpiIds.WonAmount, KpiIds.WonCount, KpiIds.LostCount, KpiIds.CreatedCount, KpiIds.OpenPipeline];
        var figures = new List<string>();
        foreach (var id in asked)
            figures.Add($"{id} {await world.WeekAsync(id)}");
        return string.Join('\n', [await world.DescribeAsync(FactType.Deal), .. figures]);
    }

    // Moments, deals and values that collide; ids of events that do not.
    private static string Event(Random random, int number)
    {
        var at = 1767520000000 + (random.Next(0, 12) * 7_000_000L);
        var deal = random.Next(1, 4);
        var head = $"\"eventId\":{number},\"subscriptionId\":1,\"occurredAt\":{at},\"objectId\":{deal}";
        return random.Next(5) switch
        {
            0 => $"{{{head},\"subscriptionType\":\"deal.creation\"}}",
            1 => $"{{{head},\"subscriptionType\":\"deal.deletion\"}}",
            2 => $"{{{head},\"subscriptionType\":\"deal.propertyChange\",\"propertyName\":\"amount\",\"propertyValue\":\"{random.Next(1, 4)}\"}}",
            3 => $"{{{head},\"subscriptionType\":\"deal.propertyChange\",\"propertyName\":\"closedate\",\"propertyValue\":\"{at + 86_400_000}\"}}",
            _ => $"{{{head},\"subscriptionType\":\"deal.propertyChange\",\"propertyName\":\"dealstage\",\"propertyValue\":\"{Stages[random.Next(Stages.Length)]}\"}}",
        };
    }

    private static async Task<WebhookDelivery> SingleAsync(EffectWorld world)
    {
        var found = new List<WebhookDelivery>();
        await foreach (var delivery in new WebhookDeliveries(world.State).ListAsync(EffectWorld.Lumen))
            found.Add(delivery);
        return found.ShouldHaveSingleItem();
    }
}
