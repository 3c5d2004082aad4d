using NodaTime;
using OpsAutomation.Core.Tests.Documents;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Core.Tests.Links.Acts;

public sealed class DocumentActTests
{
    private const string Kind = "sop-incident";
    private static readonly LocalDate Today = new(2026, 1, 5);
    private readonly LinkWorld world = new();

    private DocumentStore Store => new(world.Blobs, world.State);

    [Fact]
    public async Task A_draft_is_approved_and_then_acknowledged_by_links_and_by_nothing_but_a_post()
    {
        var draft = await WriteAsync();
        var approval = (await world.Links.ForDocumentApprovalAsync(LinkWorld.Lumen, "lea", draft, Today)).Segments[^1];

        (await world.Handler.ShowAsync(approval)).Html.ShouldContain("<form method=\"post\">");
        (await RecordAsync()).Status.ShouldBe(DocumentStatus.Draft);
        (await world.Handler.ActAsync(approval, LinkWorld.Form())).Status.ShouldBe(200);

        var live = await RecordAsync();
        (live.Status, live.Current.ApprovedBy).ShouldBe((DocumentStatus.Live, "lea"));
        var reading = (await world.Links.ForReadingAsync(LinkWorld.Lumen, "lea", live, Today)).Segments[^1];
        (await world.Handler.ShowAsync(reading)).Html.ShouldContain("/documents/fr/sop-incident/v1.html?t=");
        (await RecordAsync()).Acknowledgements.ShouldBeEmpty();
        await world.Handler.ActAsync(reading, LinkWorld.Form());
        await world.Handler.ActAsync(reading, LinkWorld.Form());
        (await RecordAsync()).Acknowledgements.ShouldHaveSingleItem().Person.ShouldBe("lea");
    }

    [Fact]
    public async Task A_draft_is_turned_down_by_its_other_button_and_the_link_says_so_ever_after()
    {
        var draft = await WriteAsync();
        await new DocumentLife(world.Blobs, world.State, world.Time).ApproveAsync(await world.EngagementAsync(), Kind, Language.French, new("lea", Today));
        draft = await WriteAsync("Léa Martin");
        var approval = (await world.Links.ForDocumentApprovalAsync(LinkWorld.Lumen, "lea", draft, Today)).Segments[^1];
        (await world.Handler.ShowAsync(approval)).Html.ShouldContain("name=\"choice\" value=\"turn-down\">La refuser</button>");

        (await world.Handler.ActAsync(approval, LinkWorld.Form(("choice", "turn-down"), ("note", "Trop long.")))).Html.ShouldContain("la version 1 reste en vigueur.");

        var record = await RecordAsync();
        (record.Version, record.Draft).ShouldBe((1, null));
        (await world.Handler.ActAsync(approval, LinkWorld.Form())).Html.ShouldContain("la version 1 reste en vigueur.");
        (await RecordAsync()).Revisions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_link_to_approve_ends_when_the_file_names_another_approver()
    {
        var draft = await WriteAsync();
        var approval = (await world.Links.ForDocumentApprovalAsync(LinkWorld.Lumen, "lea", draft, Today)).Segments[^1];
        world.Registry[LinkWorld.Lumen] = LinkWorld.Yaml.Replace("people:\n", "documents: {approver: marc}\npeople:\n  - {id: marc, name: Marc Roux, role: sponsor}\n", StringComparison.Ordinal);

        var answer = await world.Handler.ActAsync(approval, LinkWorld.Form());

        answer.Status.ShouldBe(422);
        answer.Html.ShouldContain("Marc Roux la valide désormais");
        answer.Html.ShouldNotContain("<form");
        (await RecordAsync()).Status.ShouldBe(DocumentStatus.Draft);
    }

    private async Task<DocumentRecord> WriteAsync(string? obm = null)
    {
        var engagement = await world.EngagementAsync();
        if (obm is not null)
            engagement = engagement with { People = [engagement.People[0] with { Name = obm }], Raci = [new() { Process = "Gestion d'un incident", Responsible = ["lea"], Accountable = ["lea"] }] };
        var context = Company.Context(Language.French) with { Engagement = engagement, Today = Today };
        await Store.PublishAsync(LinkWorld.Lumen, await new DocumentGenerator(new TemplateSource(world.Blobs), Store).GenerateAsync(context, Kind));
        return await RecordAsync();
    }

    private async Task<DocumentRecord> RecordAsync() => (await Store.FindAsync(LinkWorld.Lumen, Kind, Language.French)).ShouldNotBeNull();
}
