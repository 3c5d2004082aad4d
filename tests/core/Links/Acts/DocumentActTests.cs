using NodaTime;
using OpsAutomation.Core.Tests.Documents;
using OpsAutomation.Documents;
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

    private async Task<DocumentRecord> WriteAsync()
    {
        var context = Company.Context(Language.French) with { Engagement = await world.EngagementAsync(), Today = Today };
        await Store.PublishAsync(LinkWorld.Lumen, await new DocumentGenerator(new TemplateSource(world.Blobs), Store).GenerateAsync(context, Kind));
        return await RecordAsync();
    }

    private async Task<DocumentRecord> RecordAsync() => (await Store.FindAsync(LinkWorld.Lumen, Kind, Language.French)).ShouldNotBeNull();
}
