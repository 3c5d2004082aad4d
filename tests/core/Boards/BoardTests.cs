using System.Text;
using Moq;
using NodaTime;
using OpsAutomation.Boards;
using OpsAutomation.Checklists;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Logbook;
using OpsAutomation.Ports;
using OpsAutomation.Runs;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Boards;

public sealed class BoardTests
{
    private static readonly EngagementId Calm = EngagementId.Parse("calm");
    private static readonly EngagementId Late = EngagementId.Parse("late");
    private readonly InMemoryBlobStore blobs = new();
    private readonly InMemoryStateStore state = new();
    private readonly ManualTime time = new(Instant.FromUtc(2026, 1, 5, 8, 0));
    private readonly Mock<IEngagementRegistry> registry = new();

    public BoardTests()
    {
        registry.Setup(port => port.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([Calm, Late]);
        Register(Calm, "active", "fr-FR");
        Register(Late, "active", "en-GB");
    }

    [Fact]
    public async Task What_is_late_is_told_longest_first_with_its_owner()
    {
        await AddAsync(Late, LogKind.Action, "Call the bank", "paul", new(2026, 1, 2));
        await AddAsync(Late, LogKind.Decision, "Hire a bookkeeper?", null, new(2025, 12, 31));
        await AddAsync(Late, LogKind.Action, "Not due yet", "paul", new(2026, 1, 5));

        var board = (await Boards.ReadAsync(Late))!;

        board.Late.Select(item => (item.Kind, item.Text, item.Owner, item.Days)).ShouldBe(
            [("decision", "D-1 · Hire a bookkeeper?", "no owner", 5), ("action", "A-1 · Call the bank", "Paul", 3)]);
        board.Late[1].Since.ShouldBe("3 days late, due 2 Jan 2026");
        board.Decisions.ShouldHaveSingleItem().Overdue.ShouldBeTrue();
    }

    [Fact]
    public async Task Checklists_show_how_far_they_are_the_late_one_first()
    {
        await StartAsync(new(2026, 1, 5));
        await StartAsync(new(2025, 12, 22));
        await new ChecklistStore(state, time).TickAsync(Late, "CL-1-1", "Paul", null, new LocalDate(2026, 1, 5));

        var board = (await Boards.ReadAsync(Late))!;

        board.Checklists.Select(checklist => (checklist.Id, checklist.Progress, checklist.Word)).ShouldBe([("CL-2", "0 of 13", "13 late"), ("CL-1", "1 of 13", "under way")]);
        board.Checklists[1].Next.ShouldStartWith("2. ");
        BoardPage.Write(board, new PageLinks()).ShouldContain("<strong>CL-2</strong>");
    }

    private async Task StartAsync(LocalDate day)
    {
        var document = await Documents.Company.Writer().Generator.GenerateAsync(Documents.Company.Context(Language.English), "checklist-weekly");
        await new ChecklistStore(state, time).StartAsync(Documents.Company.Engagement() with { Id = Late }, document, new ChecklistStart(day, new LocalDate(2026, 1, 5)));
    }

    [Fact]
    public async Task A_board_speaks_the_engagements_language_unless_another_is_asked_for()
    {
        (await Boards.ReadAsync(Calm))!.Locale.Id.ShouldBe("fr-FR");
        (await Boards.ReadAsync(Calm, Language.English))!.Locale.Id.ShouldBe("en-US");
        (await Boards.ReadAsync(EngagementId.Parse("nobody"))).ShouldBeNull();
    }

    [Fact]
    public async Task The_client_that_most_needs_attention_comes_first_and_a_closed_one_last()
    {
        var closed = EngagementId.Parse("closed");
        Register(closed, "closed", "en-GB");
        registry.Setup(port => port.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([Calm, closed, Late]);
        await AddAsync(Late, LogKind.Action, "Call the bank", "paul", new(2026, 1, 2));
        await AddAsync(closed, LogKind.Action, "Forgotten", null, new(2025, 1, 2));

        var portfolio = await Portfolio.ReadAsync(Language.English);

        portfolio.Lines.Select(line => line.Engagement).ShouldBe([Late, Calm, closed]);
        portfolio.Lines[0].Reasons.ShouldContain(reason => reason == "1 action late");
        portfolio.Lines[2].Reasons.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_whose_file_has_errors_comes_first_and_says_so()
    {
        registry.Setup(port => port.FindAsync(Calm, It.IsAny<CancellationToken>())).ReturnsAsync(new ConfigurationText("calm.yaml", "id: calm\n"));

        var first = (await Portfolio.ReadAsync(Language.English)).Lines[0];

        first.Engagement.ShouldBe(Calm);
        first.Reasons.ShouldHaveSingleItem().ShouldContain("name");
    }

    [Theory]
    [InlineData("fr/raci.html", "text/html; charset=utf-8", "raci-fr-v1.html")]
    [InlineData("fr/raci.md", "text/markdown; charset=utf-8", "raci-fr-v1.md")]
    [InlineData("fr/raci/v1.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "raci-fr-v1.docx")]
    public async Task A_document_opens_by_language_kind_and_format(string path, string mediaType, string name)
    {
        await PublishAsync();

        var file = (await Shelf.OpenAsync(Calm, path))!;
        await using var content = file.Content;

        (file.MediaType, file.Name).ShouldBe((mediaType, name));
        content.ReadByte().ShouldNotBe(-1);
    }

    [Theory]
    [InlineData("fr/raci/v2.html")]
    [InlineData("en/raci.html")]
    [InlineData("fr/raci.pdf")]
    [InlineData("fr/../raci.html")]
    [InlineData("../fr/raci.html")]
    [InlineData("/fr/raci.html")]
    [InlineData("fr/raci.html\n")]
    [InlineData("fr//raci.html")]
    [InlineData("")]
    public async Task Any_other_path_opens_nothing(string path)
    {
        await PublishAsync();
        await blobs.WriteAsync(Calm, "raci.html", (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes("secret"), token).AsTask());

        (await Shelf.OpenAsync(Calm, path)).ShouldBeNull();
    }

    private RegisteredEngagements Engagements => new(registry.Object);

    private BoardReader Boards => new(Engagements, blobs, state, time);

    private PortfolioReader Portfolio => new(Engagements, Boards, new OpsAutomation.Heartbeats.HeartbeatReader(state, time));

    private DocumentShelf Shelf => new(Engagements, blobs, state, time);

    private async Task PublishAsync()
    {
        var engagement = (await Engagements.FindAsync(Calm))!;
        var standing = await new StandingReader(blobs, state, time).ReadAsync(engagement, new(2026, 1, 5), new(2026, 1, 5));
        await new DocumentPublisher(blobs, state).PublishAsync(standing, "raci");
    }

    private Task<LogItem> AddAsync(EngagementId engagement, LogKind kind, string text, string? owner, LocalDate due) => new LogbookStore(state, time)
        .AddAsync(engagement, new NewLogItem { Kind = kind, Text = text, Day = new(2026, 1, 1), Owner = owner, Due = due });

    private void Register(EngagementId id, string standing, string locale) => registry.Setup(port => port.FindAsync(id, It.IsAny<CancellationToken>())).ReturnsAsync(new ConfigurationText(
        $"{id}.yaml",
        $"""
        id: {id}
        name: {id}
        locale: {locale}
        state: {standing}
        start: 2026-01-05
        people:
          - {"{"}id: paul, name: Paul, role: deputy{"}"}
        """));
}
