using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class DigestReviewTests
{
    private readonly InMemoryStateStore state = new();
    private readonly FakeMailer mailer = new();
    private readonly ManualTime clock = new(Instant.FromUtc(2026, 11, 23, 6, 30));
    private DigestContext context = DigestContexts.Bad(Locale.FrFr) with { Recipient = DigestContexts.Recipient(Locale.FrFr) with { ReviewRequired = true } };

    private DigestSender Sender => new(state, mailer, clock);

    [Fact]
    public async Task A_digest_that_awaits_review_is_mailed_to_the_OBM_once_however_often_it_is_run()
    {
        (await RunAsync()).ShouldBe(DigestReadiness.AwaitReview);
        clock.Advance(Duration.FromMinutes(15));
        await RunAsync();

        var draft = mailer.Delivered.Values.ShouldHaveSingleItem();
        var digest = await Sender.PreviewAsync(context);
        (draft.To, draft.ReplyTo).ShouldBe((new("camille@obm.example", "Camille Roux"), null));
        draft.Subject.ShouldBe("À relire · " + digest.Subject);
        draft.Text.ShouldEndWith(digest.Text);
        draft.Text[..^digest.Text.Length].ReplaceLineEndings(" ").ShouldBe(
            "À relire\u00a0: le point hebdomadaire pour Paul Lumen. Il attend votre validation.  "
            + "Pour valider\u00a0: ops digest -e atelier-lumen --to paul --at 2026-11-23 --approve  "
            + "Pour ajouter une phrase\u00a0: la même commande avec --sentence \"…\" (30\u00a0mots au plus).  ");
        draft.Html.ShouldContain("le point hebdomadaire pour Paul Lumen. Il attend");
    }

    [Fact]
    public async Task Another_content_is_another_draft_and_an_approval_ends_them()
    {
        await RunAsync();
        context = context with { Kpis = [.. context.Kpis.Select(kpi => kpi.Id == "finance.cash" ? kpi with { Value = 130_000 } : kpi)] };
        await RunAsync();
        mailer.Delivered.Count.ShouldBe(2);

        await Sender.ApproveAsync(context, "camille");
        (await RunAsync()).ShouldBe(DigestReadiness.Send);

        mailer.Delivered.Count.ShouldBe(3);
        mailer.Delivered.Values.Last().To.Address.ShouldBe("paul@atelier-lumen.example");
        (await RunAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task The_draft_is_in_the_clients_language_above_a_digest_in_its_readers_language()
    {
        var english = Locale.EnGb;
        context = DigestContexts.Bad(english) with { Engagement = DigestContexts.Engagement(), Recipient = DigestContexts.Recipient(english) with { ReviewRequired = true } };
        await RunAsync();

        var draft = mailer.Delivered.Values.Single();
        draft.Subject.ShouldStartWith("À relire · Atelier Lumen · 16–22 Nov");
        draft.Text.ShouldStartWith("À relire");
        draft.Text.ShouldContain("Weekly digest for Paul Lumen.");
    }

    [Fact]
    public async Task An_approval_may_carry_a_sentence_that_is_shown_whole_and_belongs_to_what_was_approved()
    {
        var approved = await Sender.ApproveAsync(context, "camille", sentence: "Bravo à l'équipe :\nle <b>retard</b> est\trattrapé.");
        await RunAsync();

        var mail = mailer.Delivered.Values.Single();
        mail.Text.ShouldContain("Camille Roux\u00a0: «\u00a0Bravo à l'équipe : le <b>retard</b> est rattrapé.\u00a0»");
        mail.Html.ShouldNotContain("<b>retard");
        (await new DigestLedger(state).FindAsync(context.Engagement.Id, "paul", context.Period))!.LastSent!.ContentHash.ShouldBe(approved.ContentHash, StringComparer.Ordinal);
        DigestComposer.Compose(context).ContentHash.ShouldNotBe(approved.ContentHash, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_sentence_stays_until_it_is_replaced_or_taken_away()
    {
        await Sender.ApproveAsync(context, "camille", sentence: "Une phrase.");
        (await Sender.ApproveAsync(context, "camille")).Body.Sentence.ShouldContain("Une phrase.");
        (await Sender.PreviewAsync(context)).Body.Sentence.ShouldContain("Une phrase.");
        (await Sender.ApproveAsync(context, "camille", sentence: "  ")).Body.Sentence.ShouldBeEmpty();
        (await Sender.PreviewAsync(context)).Body.Sentence.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sentence_of_more_than_30_words_is_refused_and_nothing_is_approved()
    {
        var refusal = await Should.ThrowAsync<OpsException>(() => Sender.ApproveAsync(context, "camille", sentence: string.Join(' ', Enumerable.Repeat("mot", 31))));

        refusal.Kind.ShouldBe(FailureKind.WrongUsage);
        (await RunAsync()).ShouldBe(DigestReadiness.AwaitReview);
    }

    [Fact]
    public async Task What_leaves_unapproved_at_the_latest_hour_leaves_without_a_sentence_about_other_figures()
    {
        context = context with { Recipient = context.Recipient with { Latest = new(12, 0), SendUnapproved = true }, Sources = [] };
        await Sender.ApproveAsync(context, "camille", sentence: "Rien à signaler.");
        context = context with { Kpis = [.. context.Kpis.Select(kpi => kpi.Id == "finance.cash" ? kpi with { Value = 10, Status = KpiStatus.OffTarget } : kpi)] };
        (await RunAsync()).ShouldBe(DigestReadiness.AwaitReview);
        var draft = mailer.Delivered.Values.Single();
        draft.Text.ReplaceLineEndings(" ").ShouldContain("Sans validation, il part le 23 nov. à 12:00.");
        draft.Text.ShouldContain("Rien à signaler.");

        clock.Now = Instant.FromUtc(2026, 11, 23, 11, 0);
        (await RunAsync()).ShouldBe(DigestReadiness.SendUnapproved);

        mailer.Delivered.Values.Last().Text.ShouldNotContain("Rien à signaler.");
    }

    [Fact]
    public async Task Late_sources_are_waited_for_until_the_latest_hour_then_named_as_missing()
    {
        context = context with
        {
            Recipient = context.Recipient with { ReviewRequired = false, Latest = new(12, 0) },
            Sources = [new("HubSpot", "hubspot.deals", null, 0, 0), new("Factures", "invoices", new(2026, 11, 9), 1_284, 3)],
        };

        (await RunAsync()).ShouldBe(DigestReadiness.AwaitSources);
        mailer.Delivered.ShouldBeEmpty();
        clock.Now = Instant.FromUtc(2026, 11, 23, 11, 0);
        (await RunAsync()).ShouldBe(DigestReadiness.Send);

        var text = mailer.Delivered.Values.Single().Text.ReplaceLineEndings(" ");
        text.ShouldContain("HubSpot\u00a0: manquante, jamais reçue");
        text.ShouldContain("données anciennes (14\u00a0j)");
    }

    [Fact]
    public async Task Where_it_leaves_without_her_the_OBM_is_asked_an_hour_before_though_sources_are_late()
    {
        context = context with
        {
            Recipient = context.Recipient with { Latest = new(12, 0), SendUnapproved = true },
            Sources = [new("HubSpot", "hubspot.deals", null, 0, 0)],
        };
        clock.Now = Instant.FromUtc(2026, 11, 23, 9, 59);
        await RunAsync();
        mailer.Delivered.ShouldBeEmpty();

        clock.Now = Instant.FromUtc(2026, 11, 23, 10, 0);
        (await RunAsync()).ShouldBe(DigestReadiness.AwaitSources);
        mailer.Delivered.Values.Single().Subject.ShouldStartWith("À relire · ");
    }

    [Fact]
    public async Task A_correction_has_an_approval_and_a_sentence_of_its_own()
    {
        await Sender.ApproveAsync(context, "camille", sentence: "La première.");
        await RunAsync();
        var late = context with { Kpis = [.. context.Kpis.Select(kpi => kpi.Id == "sales.won-amount" ? kpi with { Value = 46_100, Status = KpiStatus.OnTarget } : kpi)] };
        (await Should.ThrowAsync<OpsException>(() => Sender.SendAsync(late, correction: true))).Kind.ShouldBe(FailureKind.Refused);

        (await Sender.ApproveAsync(late, "camille", correction: true)).Body.Sentence.ShouldBeEmpty();
        var receipt = await Sender.SendAsync(late, correction: true);

        (receipt.Revision, receipt.AlreadySent).ShouldBe((2, false));
        mailer.Delivered.Values.Last().Subject.ShouldStartWith("Rectificatif · ");
    }

    [Fact]
    public async Task Without_an_OBM_with_an_address_the_sending_mailbox_is_asked()
    {
        context = context with { Engagement = context.Engagement with { People = [] } };
        await RunAsync();

        mailer.Delivered.Values.Single().To.Address.ShouldBe("ops@atelier-lumen.example");
    }

    [Fact]
    public async Task The_readers_way_out_is_not_in_the_draft()
    {
        var digest = DigestComposer.Compose(context with { Unsubscribe = new("https://ops.example/api/unsubscribe/token"), Notice = ["À relire"] });
        var leaving = DigestComposer.Compose(context with { Unsubscribe = new("https://ops.example/api/unsubscribe/token") });

        (digest.Html + digest.Text).ShouldNotContain("unsubscribe");
        leaving.Html.ShouldContain("unsubscribe");
        (digest.ContentHash, digest.WordCount).ShouldBe((leaving.ContentHash, leaving.WordCount));
        await Task.CompletedTask;
    }

    private async Task<DigestReadiness?> RunAsync()
    {
        var engagement = context.Engagement with { Recipients = [context.Recipient] };
        var items = await new DigestRun(state, Sender, clock).SendDueAsync(engagement, (_, day, _) => Task.FromResult(context with { Engagement = engagement, Today = day }));
        return items.Count == 0 ? null : items.Single().Readiness;
    }
}
