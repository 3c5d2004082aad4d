using OpsAutomation.Azure.Graph;
using OpsAutomation.Azure.Graph.Turns;
using OpsAutomation.GraphEmulator.Faults;

namespace OpsAutomation.Azure.Tests.Graph;

public sealed class GraphLimitsTests : IAsyncLifetime
{
    private MailWorld world = null!;

    public async ValueTask InitializeAsync() => world = await MailWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_mailbox_sends_30_messages_in_a_minute_and_the_rest_after()
    {
        var mailer = world.Mailer();
        for (var i = 0; i < 61; i++)
            await mailer.SendAsync(world.Engagement, Key(i), MailWorld.Message);

        var times = world.Emulator.Mail.Delivered.Select(mail => mail.At).ToList();
        times.Count.ShouldBe(61);
        for (var i = 30; i < times.Count; i++)
            (times[i] - times[i - 30]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
        world.Clock.Waits.Sum(wait => wait.TotalMinutes).ShouldBe(2, 0.01);
    }

    [Fact]
    public async Task Two_instances_send_30_messages_in_a_minute_between_them()
    {
        GraphMailer[] instances = [world.Mailer(), world.Mailer()];
        for (var i = 0; i < 61; i++)
            await instances[i % 2].SendAsync(world.Engagement, Key(i), MailWorld.Message);

        var times = world.Emulator.Mail.Delivered.Select(mail => mail.At).ToList();
        times.Count.ShouldBe(61);
        for (var i = 30; i < times.Count; i++)
            (times[i] - times[i - 30]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
        world.Clock.Waits.Sum(wait => wait.TotalMinutes).ShouldBe(2, 0.01);
        world.Emulator.Refused.ShouldBe(0);
    }

    [Fact]
    public async Task An_instance_that_dies_in_all_its_turns_leaves_the_mailbox_to_others_when_the_leases_have_run_out()
    {
        world.Options.RequestsAtOnce = 1;
        world.State.Fault = (_, what) => what == "commit" && world.Emulator.Requests.All.Count > 2 ? new IOException("killed") : null;
        await Should.ThrowAsync<Exception>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));
        world.State.Fault = null;

        // The key is free once its own lease has run out; the mailbox may still be held.
        await world.SendUntilDoneAsync(MailWorld.Message);

        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
        world.Emulator.Refused.ShouldBe(0);
    }

    [Fact]
    public async Task Who_finds_no_turn_in_time_is_told_when_to_come_back()
    {
        (world.Options.MailPerMinute, world.Options.RequestsAtOnce) = (1, 1);
        using var other = new TurnBook(world.State, world.Options, world.Clock, MailWorld.Box);
        (await other.TakeAsync("other", true, TestContext.Current.CancellationToken)).Until.ShouldNotBeNull();
        var start = world.Clock.GetUtcNow();
        world.Options.TimeoutSeconds = 60;
        (await other.TakeAsync("other", true, TestContext.Current.CancellationToken)).Until.ShouldNotBeNull();

        var failure = await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));

        failure.Kind.ShouldBe(FailureKind.Retriable);
        (world.Clock.GetUtcNow() - start).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(60));
        world.Emulator.Requests.All.ShouldBeEmpty();

        // A message left now: the next may leave a minute later.
        await other.GiveBackAsync("other", true, null, TestContext.Current.CancellationToken);
        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);
        world.Clock.Waits[^1].ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Twenty_mails_at_once_never_exceed_the_requests_at_once_of_a_mailbox()
    {
        // Above its limit the emulator answers 429 with a wait, which the clock would tell.
        var mailer = world.Mailer();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => mailer.SendAsync(world.Engagement, Key(i), MailWorld.Message)));

        world.Emulator.Mail.Delivered.Count.ShouldBe(20);
        world.Clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Retry_After_is_honoured_for_a_refused_send_and_the_mail_leaves_once()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.Status, Path = "/send$", Status = 429, Code = "ApplicationThrottled", RetryAfter = 17 });

        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);

        world.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(17)]);
        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_long_Retry_After_is_left_to_the_queue_and_the_mail_leaves_at_the_next_attempt()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.Status, Path = "/send$", Status = 429, Code = "ApplicationThrottled", RetryAfter = 300 });

        (await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message))).Kind.ShouldBe(FailureKind.Retriable);
        // Another instance knows of the pause, too.
        (await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(300));
        world.Clock.Advance(NodaTime.Duration.FromSeconds(300));
        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);

        world.Clock.Waits.ShouldBeEmpty();
        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
        world.Emulator.Requests.All.Count(request => request.Path.EndsWith("/send", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_send_is_not_made_once_its_lease_may_have_passed_to_another_sender()
    {
        // Lease and time-out leave 15 seconds to ask; the mailbox asks to wait for 20.
        (world.Options.LeaseSeconds, world.Options.TimeoutSeconds) = (60, 45);
        world.Emulator.Faults.Add(new() { Kind = FaultKind.Status, Path = "/send$", Status = 429, Code = "ApplicationThrottled", RetryAfter = 20 });
        var mailer = world.Mailer();

        (await Should.ThrowAsync<OpsException>(() => mailer.SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message))).Kind.ShouldBe(FailureKind.Retriable);
        world.Emulator.Mail.Delivered.ShouldBeEmpty();

        // It is known not to have left: the next attempt waits for the mailbox before it asks for anything, and not for the message to move.
        await mailer.SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);
        world.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(20)]);
        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task While_a_mailbox_asks_for_a_long_pause_it_is_not_asked_at_all()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.Status, Path = "/messages$", Status = 429, Code = "ApplicationThrottled", RetryAfter = 120 });
        var mailer = world.Mailer();
        for (var i = 0; i < 3; i++)
            (await Should.ThrowAsync<OpsException>(() => mailer.SendAsync(world.Engagement, Key(i), MailWorld.Message))).Kind.ShouldBe(FailureKind.Retriable);
        world.Emulator.Requests.All.Count.ShouldBe(1);

        world.Clock.Advance(NodaTime.Duration.FromSeconds(120));
        await mailer.SendAsync(world.Engagement, Key(0), MailWorld.Message);
        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_time_out_may_be_tried_again()
    {
        world.Options.TimeoutSeconds = 1;
        world.Emulator.Faults.Add(new() { Kind = FaultKind.TimeOutAfter, Path = "/send$" });

        (await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message))).Kind.ShouldBe(FailureKind.Retriable);
        await world.SendUntilDoneAsync(MailWorld.Message);

        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(401, "InvalidAuthenticationToken", "TenantId", "identification")]
    [InlineData(403, "ErrorAccessDenied", "Mail.ReadWrite", "Mail.ReadWrite")]
    [InlineData(404, "ErrorInvalidUser", "check sender", "vérifiez sender")]
    [InlineData(404, "MailboxNotEnabledForRESTAPI", "check sender", "vérifiez sender")]
    public async Task What_must_be_mended_first_is_said_in_both_languages_and_not_tried_again(int status, string code, string en, string fr)
    {
        foreach (var path in new[] { "/messages$", "/send$" })
        {
            var key = Key(status + path.Length + code.Length);
            world.Emulator.Faults.Add(new() { Kind = FaultKind.Status, Path = path, Status = status, Code = code });
            world.Emulator.Requests.Clear();

            var refusal = await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, key, MailWorld.Message));

            refusal.Kind.ShouldBe(FailureKind.Refused);
            refusal.Text.En.ShouldContain(en);
            refusal.Text.Fr.ShouldContain(fr);
            refusal.ToString().ShouldNotContain("atelier-lumen.example");
            world.Emulator.Requests.All.Count(request => request.Path.EndsWith(path.TrimEnd('$'), StringComparison.Ordinal)).ShouldBe(1);

            // Once it is mended the same mail leaves.
            await world.Mailer().SendAsync(world.Engagement, key, MailWorld.Message);
        }

        world.Emulator.Mail.Delivered.Count.ShouldBe(2);
    }

    private static string Key(int number) => number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
