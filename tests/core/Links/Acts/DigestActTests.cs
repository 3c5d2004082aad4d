using AngleSharp.Html.Parser;
using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Links.Acts;
using OpsAutomation.Logbook;
using OpsAutomation.Runs;

namespace OpsAutomation.Core.Tests.Links.Acts;

public sealed class DigestActTests
{
    private readonly LinkWorld world = new();

    [Fact]
    public async Task The_draft_carries_a_link_that_approves_it_by_a_post_and_the_digest_then_leaves_once()
    {
        (await RunAsync()).ShouldBe(DigestReadiness.AwaitReview);
        var token = TokenInDraft();
        world.Freeze();
        (await world.Handler.ShowAsync(token)).Html.ShouldContain("<form");
        world.Thaw();
        (await RunAsync()).ShouldBe(DigestReadiness.AwaitReview);

        var approved = await world.Handler.ActAsync(token, LinkWorld.Form(("note", "Bravo à toute l'équipe.")));
        var again = await world.Handler.ActAsync(token, LinkWorld.Form(("note", "Autre phrase.")));

        Said(approved).ShouldBe("✓ Validé\u00a0: il part dans le quart d'heure.");
        Said(again).ShouldBe("✓ Déjà validé le 5 janv. 2026 à 10\u00a0h par Léa Petit.");
        (await RunAsync()).ShouldBe(DigestReadiness.Send);
        var sent = world.Mailer.Delivered.Values.Single(mail => mail.To.Address == "paul@example.com");
        sent.Text.ReplaceLineEndings(" ").ShouldContain("Bravo à toute l'équipe.");
        Said(await world.Handler.ShowAsync(token)).ShouldStartWith("✓ Il est déjà parti le 5 janv. 2026");
        (await new AuditLog(world.State).ListAsync(LinkWorld.Lumen).ToListAsync()).Select(line => (line.Actor, line.Action, line.Subject))
            .ShouldBe([("lea", AuditAction.DigestApproved, "paul/2025-12-29")]);
    }

    [Fact]
    public async Task Another_content_than_that_of_the_draft_is_not_approved()
    {
        await RunAsync();
        var token = TokenInDraft();
        await world.AddAsync(LogKind.Decision, "Demander un acompte ?");
        world.Freeze();

        var answer = await world.Handler.ActAsync(token, ActForm.Empty);

        answer.Status.ShouldBe(422);
        answer.Html.ShouldNotContain("<form");
        answer.Html.ShouldContain("Il a changé depuis le brouillon");
    }

    [Fact]
    public async Task A_sentence_that_is_too_long_approves_nothing_and_can_be_mended()
    {
        await RunAsync();
        var token = TokenInDraft();
        world.Freeze();

        var answer = await world.Handler.ActAsync(token, LinkWorld.Form(("note", string.Join(' ', Enumerable.Repeat("mot", 31)))));

        answer.Status.ShouldBe(422);
        answer.Html.ShouldContain("<form");
        new HtmlParser().ParseDocument(answer.Html).QuerySelector("[role=alert]")!.TextContent.ShouldContain("30\u00a0mots");
    }

    [Fact]
    public async Task A_readers_own_link_approves_no_digest()
    {
        await RunAsync();
        var item = await ItemAsync();

        // Even one that was signed for it: the page is the OBM's.
        (await world.Handler.ActAsync(await world.TokenAsync(item), ActForm.Empty)).ShouldBe(LinkAnswer.NotValid);
    }

    [Fact]
    public async Task A_digest_whose_week_is_over_waits_no_more()
    {
        await RunAsync();
        var token = TokenInDraft();
        world.Time.Advance(Duration.FromDays(7));

        new HtmlParser().ParseDocument((await world.Handler.ShowAsync(token)).Html).Body!.TextContent.ShouldContain("Il n'attend plus de validation.");
        world.Time.Advance(Duration.FromDays(7));
        (await world.Handler.ShowAsync(token)).ShouldBe(LinkAnswer.NotValid);
    }

    private async Task<string> ItemAsync() => (await world.Readers.FindAsync(TokenInDraft(), LinkPurpose.Act))!.Item;

    private string TokenInDraft()
    {
        var draft = world.Mailer.Delivered.Values.Last(mail => mail.To.Address == "lea@example.com");
        return new HtmlParser().ParseDocument(draft.Html).QuerySelector("a")!.GetAttribute("href")!.Split("/act/")[1];
    }

    private async Task<DigestReadiness?> RunAsync()
    {
        var engagement = await world.EngagementAsync();
        var contexts = new DigestContexts(new StandingReader(world.Blobs, world.State, world.Time), engagement, world.Time.Now.InZone(engagement.Zone).Date);
        return (await new DigestRun(world.State, world.Sender, world.Time).SendDueAsync(engagement, contexts.ForAsync))
            .SingleOrDefault(item => item.Due.Recipient.Id == "paul")?.Readiness;
    }

    private static string Said(LinkAnswer answer) => new HtmlParser().ParseDocument(answer.Html).QuerySelector("[role=status]")!.TextContent;
}
