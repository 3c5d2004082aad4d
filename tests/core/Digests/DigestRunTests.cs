using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class DigestRunTests
{
    private readonly InMemoryStateStore state = new();
    private readonly FakeMailer mailer = new();
    private readonly ManualTime clock = new(Instant.FromUtc(2026, 11, 23, 6, 30));

    [Fact]
    public async Task Each_recipient_gets_one_digest_however_often_what_is_due_is_run()
    {
        var engagement = Engagement([DigestContexts.Recipient(Locale.FrFr), DigestContexts.Recipient(Locale.EnGb) with { Id = "nadia" }]);

        (await Run(engagement)).Count.ShouldBe(2);
        clock.Advance(Duration.FromMinutes(15));
        (await Run(engagement)).ShouldBeEmpty();
        mailer.Delivered.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_digest_under_review_waits_and_leaves_once_it_is_approved()
    {
        var recipient = DigestContexts.Recipient(Locale.FrFr) with { ReviewRequired = true };
        var engagement = Engagement([recipient]);
        (await Run(engagement)).Single().Readiness.ShouldBe(DigestReadiness.AwaitReview);
        mailer.Delivered.Values.ShouldAllBe(mail => mail.To.Address == "camille@obm.example");

        await Sender.ApproveAsync(Context(engagement, recipient, DigestContexts.Today), "camille");

        (await Run(engagement)).Single().Receipt!.AlreadySent.ShouldBeFalse();
    }

    [Fact]
    public async Task A_paused_recipient_is_passed_over()
    {
        var engagement = Engagement([DigestContexts.Recipient(Locale.FrFr)]);
        await Sender.PauseAsync(engagement, "paul", new(2026, 11, 23), new(2026, 11, 23), "camille");
        clock.Advance(Duration.FromDays(2));

        (await Run(engagement)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reader_who_ends_the_digests_while_one_waits_gets_none_and_none_is_asked_for()
    {
        var recipient = DigestContexts.Recipient(Locale.FrFr) with { ReviewRequired = true };
        var engagement = Engagement([recipient]);
        (await Run(engagement)).Single().Readiness.ShouldBe(DigestReadiness.AwaitReview);
        await Sender.ApproveAsync(Context(engagement, recipient, DigestContexts.Today), "camille");
        clock.Advance(Duration.FromDays(1));
        await new DigestLedger(state).PutAsync(engagement.Id, new("paul", new(2026, 11, 24), null, DigestPause.ByRecipient, clock.Now));

        (await Run(engagement)).ShouldBeEmpty();

        (await new DigestRun(state, Sender, clock).UnsentAsync(engagement)).ShouldBeEmpty();
        mailer.Delivered.ShouldHaveSingleItem().Value.To.Address.ShouldBe("camille@obm.example");
    }

    private DigestSender Sender => new(state, mailer, clock);

    private static Engagement Engagement(IReadOnlyList<Recipient> recipients) => DigestContexts.Engagement() with { Recipients = recipients };

    private static DigestContext Context(Engagement engagement, Recipient recipient, LocalDate day) =>
        DigestContexts.Bad(recipient.Locale) with { Engagement = engagement, Recipient = recipient, Today = day };

    private Task<IReadOnlyList<DigestRunItem>> Run(Engagement engagement) =>
        new DigestRun(state, Sender, clock).SendDueAsync(engagement, (recipient, day, _) => Task.FromResult(Context(engagement, recipient, day)));
}
