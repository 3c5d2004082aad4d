using System.Net;
using AngleSharp.Html.Dom;
using OpsAutomation.Audit;
using OpsAutomation.Checklists;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Ports;
using OpsAutomation.Runs;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Access;

public sealed class BoardTickTests(LinkedClient linked) : IClassFixture<LinkedClient>
{
    private HttpClient Stranger => linked.App.Stranger;

    [Fact]
    public async Task A_line_is_ticked_on_the_board_by_a_post_alone_and_the_reader_is_back_on_the_board()
    {
        var id = await StartAsync("acme");
        var board = (await linked.LinksAsync()).Board;
        var page = await Stranger.GetPageAsync(board);
        var form = (IHtmlFormElement)page.QuerySelector($"#{id} form")!;
        form.Method.ShouldBe("post");
        var address = Resolve(board, form.GetAttribute("action")!);

        (await Stranger.GetPageAsync(address)).Body!.TextContent.ShouldContain("Lines that are done");
        (await ReadAsync("acme", id)).Done.ShouldBe(0);

        using var ticked = await Stranger.PostAsync(address, Fields(form, "seen"));

        ticked.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        ticked.Headers.Location!.OriginalString.ShouldStartWith("../engagements/acme/board?t=");
        ticked.Headers.Location.OriginalString.ShouldEndWith("#" + id);
        var line = (await ReadAsync("acme", id)).Lines[0];
        (line.DoneBy, line.Note, line.DoneOn is not null).ShouldBe(("Ann Lee", "seen", true));
        var after = await Stranger.GetPageAsync(Resolve(address, ticked.Headers.Location.OriginalString.Split('#')[0]));
        after.QuerySelectorAll($"#{id} form").Length.ShouldBe(12);
        after.QuerySelector($"input[value='{id}-1']").ShouldBeNull();
        (await linked.App.WithAsync<IStateStore, int>(async state =>
            await new AuditLog(state).ListAsync(LinkedClient.Acme).CountAsync(entry => entry.Subject == $"{id}-1" && entry.Actor == "recipient ann"))).ShouldBe(1);

        using var again = await Stranger.PostAsync(address, Fields(form, "other words"));
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await ReadAsync("acme", id)).Lines[0].Note.ShouldBe("seen");
    }

    [Fact]
    public async Task A_form_of_one_list_ticks_no_other_and_an_altered_token_none()
    {
        var (one, other) = (await StartAsync("acme"), await StartAsync("acme"));
        var board = (await linked.LinksAsync()).Board;
        var page = await Stranger.GetPageAsync(board);
        var address = Resolve(board, page.QuerySelector($"#{one} form")!.GetAttribute("action")!);

        using var wrong = await Stranger.PostAsync(address, new FormUrlEncodedContent([new("choice", $"{other}-1")]));
        using var forged = await Stranger.PostAsync(address[..^1] + (address[^1] == 'A' ? 'E' : 'A'), new FormUrlEncodedContent([new("choice", $"{one}-1")]));

        ((int)wrong.StatusCode, (int)forged.StatusCode).ShouldBe((422, 404));
        (await ReadAsync("acme", one)).Done.ShouldBe(0);
        (await ReadAsync("acme", other)).Done.ShouldBe(0);
    }

    [Fact]
    public async Task Who_brings_no_link_to_a_board_is_not_led_to_one()
    {
        var id = await StartAsync("acme");
        var board = (await linked.LinksAsync()).Board;
        var address = Resolve(board, (await Stranger.GetPageAsync(board)).QuerySelector($"#{id} form")!.GetAttribute("action")!);
        var foreign = (await linked.LinksAsync("other")).Board.Split("t=")[1];

        foreach (var token in new[] { "x.y", foreign, address.Split('/')[^1] })
        {
            using var answer = await Stranger.PostAsync(address, new FormUrlEncodedContent([new("choice", $"{id}-2"), new("board", token)]));
            ((int)answer.StatusCode, answer.Headers.Location).ShouldBe((200, null));
        }
    }

    [Fact]
    public async Task Who_may_only_read_sees_the_lines_and_no_form()
    {
        await linked.App.RegisterAsync("reading", """
            id: reading
            name: Reading
            locale: en-GB
            start: 2026-01-05
            recipients:
              - {id: ann, name: Ann Lee, email: ann@example.com, links: read}
            """);
        var id = await StartAsync("reading");

        var page = await Stranger.GetPageAsync((await linked.LinksAsync("reading", items: false)).Board);

        page.QuerySelectorAll($"#{id} li").Length.ShouldBe(13);
        page.QuerySelectorAll("form").ShouldBeEmpty();
    }

    private async Task<string> StartAsync(string client)
    {
        var id = EngagementId.Parse(client);
        var engagement = (await linked.App.WithAsync<RegisteredEngagements, Engagement?>(registry => registry.FindAsync(id)))!;
        var day = new NodaTime.LocalDate(2026, 1, 5);
        return await linked.App.WithAsync<IBlobStore, string>(async blobs => await linked.App.WithAsync<IStateStore, string>(async state =>
        {
            var standing = await new StandingReader(blobs, state, new ManualTime()).ReadAsync(engagement, day, day);
            var document = await new DocumentGenerator(new TemplateSource(blobs), new DocumentStore(blobs, state)).GenerateAsync(standing.ForDocuments(Language.English), "checklist-weekly");
            return (await new ChecklistStore(state, new ManualTime()).StartAsync(engagement, document, new(day, day))).Id;
        }));
    }

    private Task<Checklist> ReadAsync(string client, string id) => linked.App.WithAsync<IStateStore, Checklist>(async state =>
        (await new ChecklistStore(state, new ManualTime()).FindAsync(EngagementId.Parse(client), id))!);

    private static FormUrlEncodedContent Fields(IHtmlFormElement form, string note) => new(
        form.Elements.OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Type == "hidden" ? input.Value : note)));

    // Addresses of the tests have no /api in front of them.
    private static string Resolve(string from, string relative) => new Uri(new Uri("http://x/api/" + from), relative).PathAndQuery["/api/".Length..];
}
