using System.Globalization;
using System.Text.Json;
using NodaTime;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Events;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Events;

public sealed class EventDeliveryTests
{
    private readonly EventWorld world = new();

    [Fact]
    public async Task An_event_is_delivered_signed_to_each_subscription_that_asks_for_its_type()
    {
        await world.PublishAsync(EventTypes.KpiOffTarget, "a");
        await world.PublishAsync(EventTypes.MilestoneLate, "b");
        await world.DrainAsync();

        world.Transport.Posted.Select(posted => posted.Url.Host).Order(StringComparer.Ordinal).ShouldBe(["example.org", "hooks.example.com", "hooks.example.com"]);
        foreach (var (_, headers, body) in world.Transport.Posted)
        {
            var at = long.Parse(headers["webhook-timestamp"], CultureInfo.InvariantCulture);
            at.ShouldBe(world.Time.Now.ToUnixTimeSeconds());
            headers["webhook-signature"].ShouldBe(StandardSignature.Sign(EventWorld.Secret, headers["webhook-id"], at, body));
            JsonDocument.Parse(body).RootElement.GetProperty("specversion").GetString().ShouldBe("1.0");
        }

        (await world.DeliveriesAsync()).ShouldAllBe(delivery => delivery.State == EventDeliveryState.Delivered && delivery.Attempts == 1 && delivery.Status == 204);
    }

    [Fact]
    public async Task The_same_event_taken_again_is_told_once()
    {
        await world.PublishAsync();
        await world.PublishAsync(data: """{"milestone":"another"}""");
        await world.DrainAsync();
        await world.PublishAsync();
        await world.DrainAsync();

        world.Transport.Posted.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_nobody_asks_for_is_not_kept_and_a_closed_engagement_tells_nothing()
    {
        world.Registry[EventWorld.Lumen] = EventWorld.Yaml("""  - {id: off-target, url: "https://example.org/in", types: [kpi.off-target]}""");
        await world.PublishAsync();
        world.Registry[EventWorld.Lumen] = EventWorld.Yaml("""  - {id: board, url: "https://example.org/in"}""", "closed");
        await world.PublishAsync();

        world.Queue.Sent.ShouldBeEmpty();
        (await new EventStore(world.State).FindAsync(EventWorld.Lumen, EventStore.IdOf(EventWorld.Lumen, "J30/late"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_crash_before_or_after_any_effect_of_taking_ends_with_the_event_told()
    {
        for (var at = 1; at <= 4; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var fresh = new EventWorld { Crashes = { At = at, After = after } };
                await Should.ThrowAsync<CrashException>(() => fresh.PublishAsync(EventTypes.KpiOffTarget));

                await fresh.PublishAsync(EventTypes.KpiOffTarget);
                await fresh.DrainAsync();

                fresh.Transport.Posted.Select(posted => posted.Headers["webhook-id"]).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
                fresh.Transport.Posted.Count.ShouldBe(2);
                (await fresh.DeliveriesAsync()).Count.ShouldBe(2);
            }
        }
    }

    [Fact]
    public async Task A_failing_receiver_is_tried_at_growing_intervals_for_a_day_then_the_OBM_hears_of_it_once()
    {
        var times = new List<Instant>();
        world.Transport.Answer = _ => new(500);
        world.Transport.Taken = _ => times.Add(world.Time.Now);
        await world.PublishAsync();
        await world.DrainAsync();

        var gaps = times.Zip(times.Skip(1), (one, next) => next - one).ToList();
        gaps.ShouldBe(gaps.Order());
        gaps.ShouldAllBe(gap => gap > Duration.Zero);
        (times[^1] - times[0]).ShouldBeInRange(Duration.FromHours(23), Duration.FromHours(25));
        world.Transport.Posted.Select(posted => posted.Headers["webhook-id"]).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        world.Transport.Posted.Select(posted => Convert.ToHexString(posted.Body)).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        world.Transport.Posted.Select(posted => posted.Headers["webhook-timestamp"]).Distinct(StringComparer.Ordinal).Count().ShouldBe(times.Count);
        (await world.DeliveriesAsync()).Single().ShouldSatisfyAllConditions(delivery => delivery.State.ShouldBe(EventDeliveryState.Dead), delivery => delivery.Attempts.ShouldBe(11));
        var letter = await LetterAsync();
        letter.Reason.En.ShouldContain("it answered 500");
        world.Mailer.Delivered.ShouldHaveSingleItem();

        world.Transport.Answer = _ => new(200);
        await world.Box.ReplayAsync(EventWorld.Lumen, letter.Id);
        await world.DrainAsync();
        (await world.DeliveriesAsync()).Single().State.ShouldBe(EventDeliveryState.Delivered);
        (await LetterAsync()).State.ShouldBe(DeadLetterState.Mended);
    }

    [Fact]
    public async Task A_receiver_that_recovers_gets_the_event_and_nobody_is_told()
    {
        world.Transport.Answer = number => number < 4 ? new(null, TransportFailure.Unreachable) : new(202);
        await world.PublishAsync();
        await world.DrainAsync();

        world.Transport.Posted.Count.ShouldBe(4);
        (await world.DeliveriesAsync()).Single().ShouldSatisfyAllConditions(delivery => delivery.State.ShouldBe(EventDeliveryState.Delivered), delivery => delivery.Attempts.ShouldBe(4));
        world.Mailer.Delivered.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_receiver_asks_to_wait_is_granted()
    {
        world.Transport.Answer = number => number == 1 ? new(429, RetryAfter: TimeSpan.FromMinutes(20)) : new(200);
        await world.PublishAsync();
        var start = world.Time.Now;
        await world.DrainAsync();

        (world.Time.Now - start).ShouldBe(Duration.FromMinutes(20));
    }

    [Fact]
    public async Task Where_trying_again_is_of_no_use_it_is_not_tried_again()
    {
        foreach (var answer in new TransportAnswer[] { new(410), new(null, TransportFailure.PrivateAddress) })
        {
            var fresh = new EventWorld { Transport = { Answer = _ => answer } };
            await fresh.PublishAsync();
            await fresh.DrainAsync();

            fresh.Transport.Posted.ShouldHaveSingleItem();
            (await fresh.DeliveriesAsync()).Single().State.ShouldBe(EventDeliveryState.Dead);
            fresh.Mailer.Delivered.ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task Without_a_secret_nothing_leaves_and_the_dead_letter_goes_through_once_there_is_one()
    {
        await world.Secrets.RemoveAsync(EventWorld.Lumen, SecretName.OfEvents("board"));
        await world.PublishAsync();
        await world.DrainAsync();
        world.Transport.Posted.ShouldBeEmpty();
        (await LetterAsync()).Reason.En.ShouldContain("ops webhook rotate board");

        await world.Secrets.RotateAsync(EventWorld.Lumen, SecretName.OfEvents("board"), EventWorld.Secret);
        await world.Box.ReplayAsync(EventWorld.Lumen, (await LetterAsync()).Id);
        await world.DrainAsync();
        (await world.DeliveriesAsync()).Single().State.ShouldBe(EventDeliveryState.Delivered);
    }

    [Fact]
    public async Task During_a_rotation_a_receiver_with_either_secret_can_verify()
    {
        await world.Secrets.RotateAsync(EventWorld.Lumen, SecretName.OfEvents("board"), "whsec_bmV3LXNlY3JldC1vZi0yNC1ieXRlcyE=");
        await world.PublishAsync();
        await world.DrainAsync();

        var (_, headers, body) = world.Transport.Posted.Single();
        var at = long.Parse(headers["webhook-timestamp"], CultureInfo.InvariantCulture);
        headers["webhook-signature"].Split(' ').Contains(StandardSignature.Sign(EventWorld.Secret, headers["webhook-id"], at, body), StringComparer.Ordinal).ShouldBeTrue();
        headers["webhook-signature"].Split(' ').Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_subscription_that_was_taken_out_gets_nothing_more()
    {
        world.Transport.Answer = _ =>
        {
            world.Registry[EventWorld.Lumen] = EventWorld.Yaml("  []");
            return new(500);
        };
        await world.PublishAsync();
        await world.DrainAsync();

        world.Transport.Posted.ShouldHaveSingleItem();
        (await world.DeliveriesAsync()).Single().State.ShouldBe(EventDeliveryState.Withdrawn);
        world.Mailer.Delivered.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_message_three_times_at_once_is_recorded_once_and_goes_on_as_one()
    {
        world.Transport.Answer = _ => new(503);
        await world.PublishAsync();
        var message = world.Queue.Take(JobQueues.Events).Single();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.Handler.HandleAsync(message))));
        await world.Handler.HandleAsync(message);
        world.Transport.Answer = _ => new(200);
        await world.DrainAsync();

        (await world.DeliveriesAsync()).Single().ShouldSatisfyAllConditions(delivery => delivery.State.ShouldBe(EventDeliveryState.Delivered), delivery => delivery.Attempts.ShouldBe(2));
        world.Transport.Posted.Select(posted => posted.Headers["webhook-id"]).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        world.Transport.Posted.Count.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task A_crash_before_or_after_any_effect_of_delivering_loses_neither_the_event_nor_its_retries()
    {
        for (var at = 1; ; at++)
        {
            EventWorld fresh = null!;
            foreach (var after in new[] { false, true })
            {
                fresh = new EventWorld { Transport = { Answer = number => number <= 2 ? new(500) : new(200) } };
                await fresh.PublishAsync();
                fresh.Crashes.At = fresh.Crashes.Effects + at;
                fresh.Crashes.After = after;
                await fresh.DrainAsync();

                (await fresh.DeliveriesAsync()).Single().State.ShouldBe(EventDeliveryState.Delivered);
                fresh.Transport.Posted.Count.ShouldBeInRange(3, 4);
                fresh.Mailer.Delivered.ShouldBeEmpty();
            }

            if (fresh.Crashes.Effects < fresh.Crashes.At)
                return;
        }
    }

    private async Task<DeadLetter> LetterAsync()
    {
        var found = new List<DeadLetter>();
        await foreach (var letter in world.Box.ListAsync(EventWorld.Lumen))
            found.Add(letter);
        return found.ShouldHaveSingleItem();
    }
}
