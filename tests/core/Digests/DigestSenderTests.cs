using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class DigestSenderTests
{
    private readonly InMemoryStateStore state = new();
    private readonly FakeMailer mailer = new();
    private readonly ManualTime clock = new(Instant.FromUtc(2026, 11, 23, 6, 30));
    private readonly DigestContext context = DigestContexts.Bad(Locale.FrFr);

    private DigestSender Sender => new(state, mailer, clock);

    [Fact]
    public async Task A_digest_is_sent_once_and_the_second_request_says_where_it_is()
    {
        var first = await Sender.SendAsync(context);
        clock.Advance(Duration.FromHours(1));
        var second = await Sender.SendAsync(context);

        first.AlreadySent.ShouldBeFalse();
        second.ShouldBe(first with { AlreadySent = true });
        mailer.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_mail_goes_from_the_mailbox_to_the_reader_and_is_answered_to_the_OBM()
    {
        var digest = await Sender.PreviewAsync(context);
        await Sender.SendAsync(context);

        var mail = mailer.Delivered.Values.Single();
        mail.From.ShouldBe(new("ops@atelier-lumen.example", "Camille Roux"));
        mail.To.ShouldBe(new("paul@atelier-lumen.example", "Paul Lumen"));
        mail.ReplyTo.ShouldBe(new("camille@obm.example", "Camille Roux"));
        (mail.Subject, mail.Html, mail.Text).ShouldBe((digest.Subject, digest.Html, digest.Text));
    }

    [Fact]
    public async Task A_crash_after_the_mail_left_is_mended_with_the_same_mail_whatever_the_data_say_by_then()
    {
        mailer.FailAfter = new IOException("Killed.");
        await Should.ThrowAsync<IOException>(() => Sender.SendAsync(context));
        mailer.FailAfter = null;

        var receipt = await Sender.SendAsync(DigestContexts.Good(Locale.FrFr));

        receipt.AlreadySent.ShouldBeFalse();
        mailer.Delivered.Count.ShouldBe(1);
        mailer.Delivered.Values.Single().Subject.ShouldBe(receipt.Subject);
        (await Record()).LastSent!.Figures.ShouldContain(figure => figure.Kpi == "finance.overdue-amount" && figure.Value == 31_400);
    }

    [Fact]
    public async Task A_crash_at_any_operation_on_state_ends_in_one_mail_and_one_record()
    {
        await Sender.SendAsync(context);
        var operations = state.Operations;
        for (var fatal = 1; fatal <= operations; fatal++)
        {
            var (store, outbox) = (new InMemoryStateStore(), new FakeMailer());
            var at = fatal;
            store.Fault = (number, _) => number == at ? new IOException("Killed.") : null;
            try
            {
                await new DigestSender(store, outbox, clock).SendAsync(context);
            }
            catch (IOException)
            {
                store.Fault = null;
            }

            var receipt = await new DigestSender(store, outbox, clock).SendAsync(context);

            outbox.Delivered.Count.ShouldBe(1);
            receipt.Revision.ShouldBe(1);
            (await new DigestLedger(store).ListAsync(context.Engagement.Id)).Single().Revisions.ShouldHaveSingleItem().IsSent.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_refused_mail_leaves_no_trace_so_that_the_mended_one_can_leave()
    {
        mailer.FailBefore = OpsException.Refused("The recipient address is not a mail address.", "L'adresse n'en est pas une.");
        await Should.ThrowAsync<OpsException>(() => Sender.SendAsync(context));
        mailer.FailBefore = null;

        (await Sender.SendAsync(context)).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task Where_a_review_is_required_nothing_leaves_before_the_approval_of_what_is_sent()
    {
        var reviewed = context with { Recipient = context.Recipient with { ReviewRequired = true } };
        (await Should.ThrowAsync<OpsException>(() => Sender.SendAsync(reviewed))).Text.En.ShouldContain("need an approval first");

        await Sender.ApproveAsync(reviewed, "camille");
        var changed = reviewed with { Kpis = [.. reviewed.Kpis.Select(kpi => kpi.Id == "finance.cash" ? kpi with { Value = 1 } : kpi)] };
        (await Should.ThrowAsync<OpsException>(() => Sender.SendAsync(changed))).Text.En.ShouldContain("changed since it was approved");

        // A day later the plan counts on and the sources are older: what was approved is still what is said.
        var tomorrow = reviewed with { Today = reviewed.Today.PlusDays(1), Milestones = reviewed.Milestones! with { AsOf = reviewed.Today.PlusDays(1) } };
        (await Sender.SendAsync(tomorrow)).AlreadySent.ShouldBeFalse();
    }

    [Fact]
    public async Task A_correction_is_revision_2_names_old_and_new_figures_and_is_sent_once()
    {
        await Sender.SendAsync(context);
        var late = context with { Kpis = [.. context.Kpis.Select(kpi => kpi.Id == "sales.won-amount" ? kpi with { Value = 46_100, Status = KpiStatus.OnTarget } : kpi)] };

        var digest = await Sender.PreviewAsync(late, correction: true);
        var receipt = await Sender.SendAsync(late, correction: true);
        var again = await Sender.SendAsync(late, correction: true);

        digest.Subject.ShouldStartWith("Rectificatif · Atelier Lumen · 16–22 nov. · ");
        digest.Body.Corrections[1].ShouldBe("Signé\u00a0: 48\u202f200\u00a0€ → 46\u202f100\u00a0€");
        (receipt.Revision, receipt.AlreadySent).ShouldBe((2, false));
        again.ShouldBe(receipt with { AlreadySent = true });
        mailer.Delivered.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_correction_needs_a_sent_digest_and_a_changed_figure()
    {
        (await Should.ThrowAsync<OpsException>(() => Sender.SendAsync(context, correction: true))).Text.En.ShouldContain("no digest of this week was sent");
        await Sender.SendAsync(context);
        (await Should.ThrowAsync<OpsException>(() => Sender.SendAsync(context, correction: true))).Text.En.ShouldContain("the figures are those that were sent");
    }

    [Fact]
    public async Task What_a_late_import_changed_in_the_week_before_is_marked_in_the_next_digest()
    {
        await Sender.SendAsync(context);
        var next = context with
        {
            Today = context.Today.PlusDays(7),
            Kpis =
            [
                new KpiBuilder("finance.overdue-amount", "Overdue", "Échu impayé", KpiUnit.Money, 30_000, 29_000).Lower().Stock().Build() with
                {
                    Period = new(new(2026, 11, 23), new(2026, 11, 29), Partial: false),
                },
            ],
        };

        (await Sender.PreviewAsync(next)).Body.Figures.Single().Note.ShouldBe("précédent révisé\u00a0: 29\u202f000\u00a0€, avant 31\u202f400\u00a0€");
    }

    [Theory]
    [InlineData(EngagementState.Framing)]
    [InlineData(EngagementState.Closed)]
    public async Task An_engagement_that_does_not_run_sends_nothing(EngagementState notRunning)
    {
        var closed = context with { Engagement = context.Engagement with { State = notRunning } };

        (await Should.ThrowAsync<OpsException>(() => Sender.SendAsync(closed))).Kind.ShouldBe(FailureKind.Refused);
        mailer.Delivered.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pause_holds_until_it_is_resumed()
    {
        var engagement = context.Engagement with { Recipients = [context.Recipient] };
        await Sender.PauseAsync(engagement, "PAUL", context.Today.PlusDays(-3), null, "camille");
        (await Should.ThrowAsync<OpsException>(() => Sender.SendAsync(context))).Text.En.ShouldContain("paused");

        await Sender.ResumeAsync(engagement, "paul");
        (await Sender.SendAsync(context)).AlreadySent.ShouldBeFalse();
        (await Should.ThrowAsync<OpsException>(() => Sender.PauseAsync(engagement, "nobody", context.Today, null, "camille"))).Kind.ShouldBe(FailureKind.WrongUsage);
    }

    [Fact]
    public async Task Two_runs_at_once_send_one_mail()
    {
        state.BeforeNextCommit = async () => await Sender.SendAsync(context);

        (await Should.ThrowAsync<OpsException>(() => Sender.SendAsync(context))).Kind.ShouldBe(FailureKind.Retriable);
        mailer.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public void The_key_differs_by_engagement_week_recipient_and_revision()
    {
        var (week, next) = (DigestPeriod.Before(new(2026, 11, 23)), DigestPeriod.Before(new(2026, 11, 30)));
        var (one, two) = (EngagementId.Parse("a"), EngagementId.Parse("b"));
        string[] keys =
        [
            DigestMail.Key(one, week, "paul", 1), DigestMail.Key(two, week, "paul", 1), DigestMail.Key(one, next, "paul", 1),
            DigestMail.Key(one, week, "nadia", 1), DigestMail.Key(one, week, "paul", 2), DigestMail.Key(one, week, "paul\n1", 1),
        ];

        keys.Distinct(StringComparer.Ordinal).Count().ShouldBe(keys.Length);
        keys.ShouldAllBe(key => key.Length == 64 && key.All(char.IsAsciiHexDigitLower));
    }

    private async Task<DigestRecord> Record() =>
        (await new DigestLedger(state).FindAsync(context.Engagement.Id, "paul", context.Period))!;
}
