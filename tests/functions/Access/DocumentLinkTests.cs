using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Tests.Hostile;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Functions.Triggers;
using OpsAutomation.Ports;
using OpsAutomation.Runs;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Access;

/// <summary>From the timer to the mail, and from its links through the functions to what is in force and who has read it.</summary>
public sealed partial class DocumentLinkTests : IAsyncLifetime
{
    private const string Kind = "sop-incident";
    private static readonly LocalDate Today = new(2026, 1, 5);
    private readonly ManualTime time = new();
    private RunningApp app = null!;

    private HttpClient Stranger => app.Stranger;

    public async ValueTask InitializeAsync()
    {
        app = await RunningApp.StartAsync(time, new(StringComparer.Ordinal) { ["Ops:PublicUrl"] = "https://ops.example.com" });
        foreach (var id in new[] { "acme", "other" })
        {
            await app.RegisterAsync(id, Yaml(id, "active"));
            await app.WithAsync<RegisteredEngagements, bool>(async registry => await PublishAsync((await registry.FindAsync(EngagementId.Parse(id)))!));
        }
    }

    [Fact]
    public async Task A_draft_is_approved_and_read_by_the_links_of_mails_that_leave_once()
    {
        await app.TickAsync<PublishDueDocuments>();
        await app.TickAsync<PublishDueDocuments>();
        var approval = LinkIn(Mail("acme", "claire"));

        var page = await Stranger.GetPageAsync(approval);
        page.QuerySelectorAll("form button").Select(button => button.TextContent).ShouldBe(["Approve this version", "Turn it down"]);
        (await RecordAsync("acme")).Status.ShouldBe(DocumentStatus.Draft);
        var text = await Stranger.GetStringAsync(Resolve(approval, page.QuerySelector("a[href*='/documents/']")!.GetAttribute("href")!));
        text.ShouldContain("Draft, not in force");

        using var approved = await Stranger.PostAsync(approval, new FormUrlEncodedContent([]));
        approved.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RecordAsync("acme")).Current.ShouldSatisfyAllConditions(now => now.Stage.ShouldBe(RevisionStage.Live), now => now.ApprovedBy.ShouldBe("claire"));
        (await RecordAsync("other")).Status.ShouldBe(DocumentStatus.Draft);

        await app.TickAsync<PublishDueDocuments>();
        await app.TickAsync<PublishDueDocuments>();
        var reading = LinkIn(Mail("acme", "ines"));
        (await Stranger.GetPageAsync(reading)).QuerySelector("form button")!.TextContent.ShouldBe("I have read this version");
        (await RecordAsync("acme")).Acknowledgements.ShouldBeEmpty();
        for (var i = 0; i < 2; i++)
        {
            using var read = await Stranger.PostAsync(reading, new FormUrlEncodedContent([]));
            read.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await RecordAsync("acme")).Acknowledgements.ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.Person.ShouldBe("ines"), one => one.Version.ShouldBe(1));
    }

    [Fact]
    public async Task A_draft_is_turned_down_by_the_approvers_link()
    {
        await app.TickAsync<PublishDueDocuments>();

        using var answer = await Stranger.PostAsync(LinkIn(Mail("acme", "claire")), new FormUrlEncodedContent([new("choice", "turn-down"), new("note", "Too long.")]));

        (await answer.Content.ReadAsStringAsync()).ShouldContain("Turned down: nothing is in force.");
        (await RecordAsync("acme")).Status.ShouldBe(DocumentStatus.Retired);
        (await RecordAsync("acme")).Retired!.Note.ShouldBe("Too long.");
    }

    [Fact]
    public async Task A_link_that_is_altered_expired_or_of_another_purpose_or_client_does_nothing()
    {
        await app.TickAsync<PublishDueDocuments>();
        var approval = LinkIn(Mail("acme", "claire"));
        var token = approval.Split('/')[^1];

        foreach (var path in new[] { "act/" + token[..^1] + (token[^1] == 'A' ? 'E' : 'A'), "act/x.y", "act/" + token[..20], "unsubscribe/" + token })
        {
            using var answer = await Stranger.PostAsync(path, new FormUrlEncodedContent([]));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var board = await Stranger.GetAsync($"engagements/acme/board?t={token}");
        using var shelf = await Stranger.GetAsync($"engagements/other/documents/en/{Kind}.html?t={token}");
        ((int)board.StatusCode, (int)shelf.StatusCode).ShouldBe((404, 404));
        time.Advance(Duration.FromDays(32));
        using var late = await Stranger.PostAsync(approval, new FormUrlEncodedContent([]));
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var id in new[] { "acme", "other" })
            (await RecordAsync(id)).Status.ShouldBe(DocumentStatus.Draft);
    }

    [Fact]
    public async Task A_closed_engagement_shows_the_page_and_changes_nothing_and_asks_nobody()
    {
        await app.TickAsync<PublishDueDocuments>();
        var approval = LinkIn(Mail("acme", "claire"));
        await RewriteAsync("closed");

        (await Stranger.GetPageAsync(approval)).QuerySelector("form").ShouldBeNull();
        using var answer = await Stranger.PostAsync(approval, new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("The engagement is closed");
        (await RecordAsync("acme")).Status.ShouldBe(DocumentStatus.Draft);
        var mails = Mails("acme").Count;
        await app.TickAsync<PublishDueDocuments>();
        Mails("acme").Count.ShouldBe(mails);
    }

    [Fact]
    public async Task The_way_out_of_the_mail_ends_it_by_a_post_for_that_client_alone()
    {
        await app.TickAsync<PublishDueDocuments>();
        var way = Address().Match(EmlReader.Headers(Mail("acme", "claire")).Single(header => header.Name == "List-Unsubscribe").Value).Groups["path"].Value;

        (await Stranger.GetStringAsync(way)).ShouldContain("No more mails about documents?");
        using var ended = await Stranger.PostAsync(way, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        (await ended.Content.ReadAsStringAsync()).ShouldContain("These mails are stopped");

        foreach (var id in new[] { "acme", "other" })
            await app.WithAsync<RegisteredEngagements, bool>(async registry => await PublishAsync((await registry.FindAsync(EngagementId.Parse(id)))!, "sop-client-onboarding"));
        await app.TickAsync<PublishDueDocuments>();
        (Mails("acme").Count(mail => To(mail) == "claire@example.com"), Mails("other").Count(mail => To(mail) == "claire@example.com")).ShouldBe((1, 2));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string Yaml(string id, string state) => $$"""
        id: {{id}}
        name: "{{id}} & Co"
        locale: en-GB
        start: 2026-01-05
        state: {{state}}
        sender: ops@studio.example
        people:
          - {id: lea, name: Léa Petit, role: obm, email: lea@studio.example}
          - {id: claire, name: Claire Roy, role: sponsor, email: claire@example.com}
          - {id: ines, name: Inès Blanc, role: member, email: ines@example.com}
        raci:
          - {process: Incident handling, responsible: [ines], accountable: [ines]}
        documents:
          kinds: [sop-incident, sop-client-onboarding]
        """;

    private async Task RewriteAsync(string state) =>
        await File.WriteAllTextAsync(Path.Combine(app.Home, "engagements", "acme", "engagement.yaml"), Yaml("acme", state));

    private async Task<bool> PublishAsync(Engagement engagement, string kind = Kind) =>
        await app.WithAsync<IBlobStore, bool>(async blobs => await app.WithAsync<IStateStore, bool>(async state =>
        {
            var standing = await new StandingReader(blobs, state, time).ReadAsync(engagement, Today, Today);
            await new DocumentPublisher(blobs, state).PublishAsync(standing, kind);
            return true;
        }));

    private Task<DocumentRecord> RecordAsync(string engagement) => app.WithAsync<IBlobStore, DocumentRecord>(async blobs => await app.WithAsync<IStateStore, DocumentRecord>(async state =>
        (await new DocumentStore(blobs, state).FindAsync(EngagementId.Parse(engagement), Kind, Language.English)).ShouldNotBeNull()));

    private string Mail(string engagement, string to) => Mails(engagement).Single(mail => To(mail) == to + "@example.com");

    private List<string> Mails(string engagement) => [.. Directory.GetFiles(Path.Combine(app.Home, "outbox", engagement), "*.eml").Select(File.ReadAllText)];

    private static string To(string mail) => EmlReader.Headers(mail).Single(header => header.Name == "To").Value.Split('<', '>')[1];

    private static string LinkIn(string mail) => Address().Matches(EmlReader.Part(mail, "text/plain")).First(match => match.Groups["path"].Value.StartsWith("act/", StringComparison.Ordinal)).Groups["path"].Value;

    private static string Resolve(string from, string address) => new Uri(new Uri("http://x/api/" + from), address).PathAndQuery["/api/".Length..];

    [GeneratedRegex(@"https://ops\.example\.com/api/(?<path>[^\s>]+)")]
    private static partial Regex Address();
}
