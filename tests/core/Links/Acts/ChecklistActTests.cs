using AngleSharp.Html.Parser;
using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Checklists;
using OpsAutomation.Core.Tests.Documents;
using OpsAutomation.Links;

namespace OpsAutomation.Core.Tests.Links.Acts;

public sealed class ChecklistActTests
{
    private readonly LinkWorld world = new();

    private ChecklistStore Store => new(world.State, world.Time);

    [Fact]
    public async Task Looking_at_a_checklist_changes_nothing()
    {
        var token = await StartAsync();
        world.Freeze();

        var answer = await world.Handler.ShowAsync(token);

        answer.Status.ShouldBe(200);
        new HtmlParser().ParseDocument(answer.Html).QuerySelectorAll("input[name=choice]").Length.ShouldBe(13);
    }

    [Fact]
    public async Task Lines_are_ticked_in_the_name_of_the_links_holder_and_on_record()
    {
        var token = await StartAsync();

        var answer = await world.Handler.ActAsync(token, LinkWorld.Form(("choice", "CL-1-1"), ("choice", "CL-1-3"), ("note", "vu")));

        new HtmlParser().ParseDocument(answer.Html).Body!.TextContent.ShouldContain("Enregistré comme fait\u00a0: 1, 3.");
        var checklist = (await Store.FindAsync(LinkWorld.Lumen, "CL-1"))!;
        (checklist.Done, checklist.Lines[2].DoneBy, checklist.Lines[2].DoneOn, checklist.Lines[2].Note).ShouldBe((2, "Léa Petit", new LocalDate(2026, 1, 5), "vu"));
        var acts = new List<(string, string)>();
        await foreach (var entry in new AuditLog(world.State).ListAsync(LinkWorld.Lumen))
            acts.Add((entry.Actor, entry.Subject));
        acts.ShouldContain(("lea", "CL-1-1"));
    }

    [Fact]
    public async Task Lines_of_another_checklist_are_not_ticked()
    {
        var token = await StartAsync();
        await StartAsync();

        var answer = await world.Handler.ActAsync(token, LinkWorld.Form(("choice", "CL-2-1")));

        answer.Status.ShouldBe(422);
        (await Store.FindAsync(LinkWorld.Lumen, "CL-2"))!.Done.ShouldBe(0);
    }

    [Fact]
    public async Task A_link_of_one_engagement_opens_no_checklist_of_another()
    {
        var token = await StartAsync();
        (await world.Handler.ActAsync(token, LinkWorld.Form(("choice", "CL-1-1")))).Status.ShouldBe(200);

        (await Store.ListAsync(LinkWorld.Other)).ShouldBeEmpty();
        var foreign = (await world.Links.ForChecklistAsync(LinkWorld.Other, "lea", "CL-1", new LocalDate(2026, 1, 5))).Segments[^1];
        (await world.Handler.ShowAsync(foreign)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_link_ends_after_its_days()
    {
        var token = await StartAsync();
        world.Time.Advance(Duration.FromDays(LinkLifetime.Acting + 2));

        (await world.Handler.ShowAsync(token)).Status.ShouldBe(404);
    }

    private async Task<string> StartAsync()
    {
        var document = await Company.Writer().Generator.GenerateAsync(Company.Context(Language.French), "checklist-weekly");
        var today = new LocalDate(2026, 1, 5);
        var checklist = await Store.StartAsync(await world.EngagementAsync(), document, new ChecklistStart(today, today));
        return (await world.Links.ForChecklistAsync(LinkWorld.Lumen, "lea", checklist.Id, today)).Segments[^1];
    }
}
