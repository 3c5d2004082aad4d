using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Links;
using OpsAutomation.Links.Acts;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;

namespace OpsAutomation.Core.Tests.Links.Acts;

public sealed class ActHandlerTests
{
    private readonly LinkWorld world = new();

    [Theory]
    [InlineData("decision/D-1")]
    [InlineData("action/A-1")]
    [InlineData("milestone/J30")]
    [InlineData("criterion/J30-2")]
    public async Task Looking_at_an_item_changes_nothing(string item)
    {
        await FillAsync();
        var token = await world.TokenAsync(item);
        world.Freeze();

        var answer = await world.Handler.ShowAsync(token);

        answer.Status.ShouldBe(200);
        answer.Html.ShouldContain("<form method=\"post\">");
        (await world.Handler.ShowAsync(token)).Html.ShouldBe(answer.Html);
    }

    [Fact]
    public async Task A_decision_is_answered_once_in_the_name_of_the_links_holder()
    {
        await FillAsync();
        var token = await world.TokenAsync("decision/D-1");

        var first = await world.Handler.ActAsync(token, LinkWorld.Form(("choice", "yes"), ("note", "dès   lundi")));
        var second = await world.Handler.ActAsync(token, LinkWorld.Form(("choice", "no")));

        var item = (await world.Logbook.FindAsync(LinkWorld.Lumen, "D-1"))!;
        (item.Item.Open, item.Item.Outcome, item.Item.ClosedBy, item.Item.ClosedOn).ShouldBe((false, "oui · dès lundi", "Paul & Cie", new LocalDate(2026, 1, 5)));
        item.History.Count.ShouldBe(2);
        Said(first).ShouldBe("✓ Enregistré\u00a0: oui · dès lundi.");
        Said(second).ShouldBe("✓ Déjà répondu le 5 janv. 2026 par Paul & Cie\u00a0: oui · dès lundi.");
        Page(second).QuerySelector("form").ShouldBeNull();
        (await ActsAsync()).ShouldBe([("recipient paul", AuditAction.ItemClosed, "D-1")]);
    }

    [Fact]
    public async Task Two_answers_at_once_are_one_answer()
    {
        await FillAsync();
        var (paul, ann) = (await world.TokenAsync("decision/D-1"), await world.TokenAsync("decision/D-1", "ann"));
        LinkAnswer? other = null;
        world.State.BeforeNextCommit = async () => other = await world.Handler.ActAsync(ann, LinkWorld.Form(("choice", "no")));

        var late = await world.Handler.ActAsync(paul, LinkWorld.Form(("choice", "yes")));

        (await world.Logbook.FindAsync(LinkWorld.Lumen, "D-1"))!.Item.Outcome.ShouldBe("non");
        Said(other!).ShouldBe("✓ Recorded: non.");
        Said(late).ShouldContain("par Ann Lee\u00a0: non");
        (await ActsAsync()).ShouldBe([("recipient ann", AuditAction.ItemClosed, "D-1")]);
    }

    [Fact]
    public async Task A_decision_to_be_talked_about_stays_open_and_is_on_the_OBMs_list_once()
    {
        await FillAsync();
        var token = await world.TokenAsync("decision/D-1");

        await world.Handler.ActAsync(token, LinkWorld.Form(("choice", "talk")));
        var again = await world.Handler.ActAsync(token, LinkWorld.Form(("choice", "talk"), ("note", "plus tard")));

        (await world.Logbook.FindAsync(LinkWorld.Lumen, "D-1"))!.Item.Open.ShouldBeTrue();
        var talk = (await world.Logbook.ListAsync(LinkWorld.Lumen, LogKind.Action, openOnly: true))[^1];
        (talk.Id, talk.Owner, talk.Text).ShouldBe(("A-2", "lea", "Parler de la décision D-1 avec Paul & Cie"));
        Said(again).ShouldBe("✓ Noté\u00a0: en parler figure dans la liste de Léa Petit.");
        Page(again).QuerySelector("form").ShouldNotBeNull();
        (await ActsAsync()).ShouldBe([("recipient paul", AuditAction.ItemAdded, "A-2")]);
    }

    [Theory]
    [InlineData("decision/D-1", "choice", "maybe")]
    [InlineData("decision/D-1", "note", "yes")]
    [InlineData("milestone/J30", "choice", "J30-3")]
    [InlineData("milestone/J30", "choice", "J10-1")]
    public async Task What_is_no_answer_records_nothing_and_says_what_is_missing(string item, string name, string value)
    {
        await FillAsync();
        var token = await world.TokenAsync(item);
        world.Freeze();

        var answer = await world.Handler.ActAsync(token, LinkWorld.Form((name, value)));

        answer.Status.ShouldBe(422);
        Page(answer).QuerySelector("[role=alert]").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_action_is_marked_as_done_once()
    {
        await FillAsync();
        var token = await world.TokenAsync("action/A-1", "ann");

        Said(await world.Handler.ActAsync(token, ActForm.Empty)).ShouldBe("✓ Recorded: done.");
        Said(await world.Handler.ActAsync(token, LinkWorld.Form(("note", "again")))).ShouldBe("✓ Done already on 5 Jan 2026 by Ann Lee.");

        (await world.Logbook.FindAsync(LinkWorld.Lumen, "A-1"))!.History.Count.ShouldBe(2);
        (await ActsAsync()).ShouldBe([("recipient ann", AuditAction.ItemClosed, "A-1")]);
    }

    [Fact]
    public async Task The_criteria_of_a_milestone_that_people_judge_are_ticked_and_the_others_only_shown()
    {
        await FillAsync();
        var token = await world.TokenAsync("milestone/J30");
        var page = Page(await world.Handler.ShowAsync(token));
        page.QuerySelectorAll("input[type=checkbox]").Select(box => box.GetAttribute("value")).ShouldBe(["J30-1", "J30-2"]);
        page.QuerySelector("dl")!.TextContent.ShouldContain("Une décision de capacité est prise");

        var answer = await world.Handler.ActAsync(token, LinkWorld.Form(("choice", "J30-2"), ("note", "vu lundi")));
        world.Time.Advance(Duration.FromDays(1));
        await world.Handler.ActAsync(token, LinkWorld.Form(("choice", "J30-2")));

        Said(answer).ShouldBe("✓ Enregistré comme atteint\u00a0: J30-2.");
        Page(answer).QuerySelectorAll("input[type=checkbox]").Length.ShouldBe(1);
        var mark = (await new MilestoneStore(world.State, world.Time).LoadAsync(LinkWorld.Lumen)).Marks.Where(mark => mark.What == MarkKind.Done).ShouldHaveSingleItem();
        (mark.Target, mark.By, mark.Note).ShouldBe(("J30-2", "Paul & Cie", "vu lundi"));
        (await ActsAsync()).ShouldBe([("recipient paul", AuditAction.MilestoneDone, "J30-2")]);
    }

    [Fact]
    public async Task One_criterion_is_ticked_by_its_button_alone()
    {
        await FillAsync();
        var token = await world.TokenAsync("criterion/J30-1");

        Said(await world.Handler.ActAsync(token, ActForm.Empty)).ShouldBe("✓ Enregistré comme atteint\u00a0: J30-1.");
        Said(await world.Handler.ActAsync(token, ActForm.Empty)).ShouldBe("✓ Déjà atteint.");

        (await world.Handler.ShowAsync(await world.TokenAsync("criterion/J30-3"))).Html.ShouldNotContain("<form");
    }

    [Fact]
    public async Task Clients_texts_stand_on_the_page_as_text()
    {
        await world.AddAsync(LogKind.Decision, "<script>alert(1)</script> \"ou\" 30 % ?");

        foreach (var item in new[] { "decision/D-1", "milestone/J30" })
        {
            var page = Page(await world.Handler.ShowAsync(await world.TokenAsync(item)));

            page.QuerySelectorAll("script, b, i, img, link, a").ShouldBeEmpty();
            page.DocumentElement.GetAttribute("lang").ShouldBe("fr-FR");
            page.Body!.TextContent.ShouldContain("Paul & Cie (paul)");
        }
    }

    [Fact]
    public async Task The_page_is_usable_without_sight_or_mouse()
    {
        await FillAsync();

        foreach (var item in new[] { "decision/D-1", "action/A-1", "milestone/J30", "criterion/J30-1" })
        {
            var page = Page(await world.Handler.ShowAsync(await world.TokenAsync(item)));

            page.QuerySelectorAll("h1").Length.ShouldBe(1);
            page.Title.ShouldBe(page.QuerySelector("h1")!.TextContent);
            page.QuerySelectorAll("input, textarea").ShouldAllBe(field => field.Closest("label") != null);
            page.QuerySelectorAll("input").ShouldAllBe(field => field.Closest("fieldset")!.QuerySelector("legend")!.TextContent.Length > 0);
            page.QuerySelectorAll("button").Length.ShouldBe(1);
            page.QuerySelector("meta[name=viewport]").ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("decision/D-9")]
    [InlineData("decision/A-1")]
    [InlineData("action/D-1")]
    [InlineData("milestone/J99")]
    [InlineData("checklist/1")]
    [InlineData("digest/2026-01-01")]
    [InlineData("")]
    public async Task What_is_not_there_is_answered_like_a_link_that_is_none(string item)
    {
        await FillAsync();
        var token = await world.TokenAsync(item);

        (await world.Handler.ShowAsync(token)).ShouldBe(LinkAnswer.NotValid);
        (await world.Handler.ActAsync(token, LinkWorld.Form(("choice", "yes")))).ShouldBe(LinkAnswer.NotValid);
        (await world.Handler.ShowAsync("a.b")).ShouldBe(LinkAnswer.NotValid);
    }

    [Fact]
    public async Task Nothing_of_a_closed_engagement_is_changed()
    {
        await FillAsync();
        var token = await world.TokenAsync("action/A-1");
        world.Registry[LinkWorld.Lumen] = LinkWorld.Yaml + "\nstate: closed\n";
        world.Freeze();

        var answer = await world.Handler.ActAsync(token, ActForm.Empty);

        answer.Status.ShouldBe(422);
        answer.Html.ShouldNotContain("<form");
    }

    private async Task FillAsync()
    {
        await world.AddAsync(LogKind.Decision, "Demander 30 % d'acompte ?");
        await world.AddAsync(LogKind.Action, "Relancer les factures");
        world.Time.Advance(Duration.FromMinutes(1));
    }

    private async Task<List<(string, string, string)>> ActsAsync() =>
        [.. (await new AuditLog(world.State).ListAsync(LinkWorld.Lumen).ToListAsync()).Where(line => line.Actor != "ops").Select(line => (line.Actor, line.Action, line.Subject))];

    private static IHtmlDocument Page(LinkAnswer answer) => new HtmlParser().ParseDocument(answer.Html);

    private static string Said(LinkAnswer answer) => Page(answer).QuerySelector("[role=status]")!.TextContent;
}
