using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Checklists;
using OpsAutomation.Core.Tests.Documents;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Checklists;

public class ChecklistStoreTests
{
    private static readonly LocalDate Today = Company.Today;
    private static readonly Engagement Engagement = Company.Engagement();

    private readonly InMemoryStateStore state = new();

    private ChecklistStore Store => new(state, new ManualTime());

    [Theory]
    [InlineData("checklist-client-onboarding", 14)]
    [InlineData("checklist-weekly", 13)]
    [InlineData("checklist-month-end", 12)]
    [InlineData("checklist-gdpr-request", 14)]
    [InlineData("checklist-tool-migration", 17)]
    [InlineData("checklist-staff-arrival", 15)]
    public async Task Each_checklist_of_the_library_starts_with_who_and_when_in_both_languages(string kind, int lines)
    {
        foreach (var language in new[] { Language.French, Language.English })
        {
            var checklist = await StartAsync(kind, language: language);

            checklist.Lines.Count.ShouldBe(lines);
            checklist.Lines.ShouldAllBe(line => line.Text.Length > 3 && line.Who != null && line.Due != null && line.Proof != null);
        }
    }

    [Fact]
    public async Task The_exit_checklist_starts_too_with_the_open_decisions_and_tools_of_the_engagement()
    {
        var checklist = await StartAsync("exit-checklist");

        checklist.Lines.ShouldContain(line => line.Text.Contains("HubSpot", StringComparison.Ordinal));
        checklist.Lines.ShouldContain(line => line.Text.StartsWith("D-14", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Checklists_are_numbered_without_gaps_and_the_same_key_starts_one()
    {
        (await StartAsync(key: "event/1")).Id.ShouldBe("CL-1");
        (await StartAsync(key: "event/1")).Id.ShouldBe("CL-1");
        (await StartAsync()).Id.ShouldBe("CL-2");
        (await StartAsync()).Id.ShouldBe("CL-3");

        (await Store.ListAsync(Engagement.Id)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_line_is_ticked_once_with_who_and_when_and_the_last_one_ends_the_checklist()
    {
        var started = await StartAsync("checklist-weekly");

        await Store.TickAsync(Engagement.Id, "cl-1-1", "Anna", "seen", Today);
        var again = await Store.TickAsync(Engagement.Id, "CL-1-1", "Paul", null, Today.PlusDays(1));

        (again.Lines[0].DoneBy, again.Lines[0].DoneOn, again.Lines[0].Note).ShouldBe(("Anna", Today, "seen"));
        (again.Done, again.IsDone).ShouldBe((1, false));
        for (var line = 2; line <= started.Lines.Count; line++)
            again = await Store.TickAsync(Engagement.Id, $"CL-1-{line}", "Anna", null, Today.PlusDays(2));
        (again.IsDone, again.DoneOn).ShouldBe((true, Today.PlusDays(2)));

        var reopened = await Store.ReopenAsync(Engagement.Id, "CL-1-1", "Anna");
        (reopened.IsDone, reopened.Lines[0].DoneOn).ShouldBe((false, null));
    }

    [Fact]
    public async Task Two_people_tick_at_the_same_time_and_both_ticks_stay()
    {
        var started = await StartAsync("checklist-weekly");

        await Task.WhenAll(started.Lines.Select(line => Store.TickAsync(Engagement.Id, $"CL-1-{line.Number}", "Anna", null, Today)));

        (await Store.FindAsync(Engagement.Id, "CL-1"))!.IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_checklist_that_was_started_stays_as_it_was_when_its_document_changes()
    {
        var started = await StartAsync("checklist-weekly");
        var (generator, _, blobs, _) = Company.Writer();
        await blobs.WriteAsync(
            Engagement.Id, "templates/fr/checklist-weekly.md",
            (stream, token) => stream.WriteAsync("---\ntitle: Semaine\n---\n| Fait | À faire | Qui | Jour | Preuve |\n|---|---|---|---|---|\n| ☐ | Une seule chose | Anna | L | – |\n"u8.ToArray(), token).AsTask());
        var changed = await generator.GenerateAsync(Company.Context(Language.French), "checklist-weekly");

        var next = await Store.StartAsync(Engagement, changed, new ChecklistStart(Today, Today));

        next.Lines.ShouldHaveSingleItem().Text.ShouldBe("Une seule chose");
        (await Store.FindAsync(Engagement.Id, started.Id))!.Lines.Count.ShouldBe(started.Lines.Count);
    }

    [Fact]
    public async Task A_document_without_lines_is_refused_and_nothing_is_started()
    {
        var fault = await Should.ThrowAsync<OpsException>(() => StartAsync("raci"));

        fault.Kind.ShouldBe(FailureKind.Refused);
        (await Store.ListAsync(Engagement.Id)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CL-9-1")]
    [InlineData("CL-1-99")]
    [InlineData("CL-1")]
    [InlineData("J30-1")]
    [InlineData("CL-1-1-1")]
    [InlineData("CL--1")]
    public async Task A_line_that_is_not_there_is_refused(string id)
    {
        await StartAsync();

        (await Should.ThrowAsync<OpsException>(() => Store.TickAsync(Engagement.Id, id, "Anna", null, Today))).Kind.ShouldBe(FailureKind.Refused);
    }

    [Fact]
    public async Task Another_engagement_sees_nothing_of_it()
    {
        await StartAsync();
        var other = EngagementId.Parse("other");

        (await Store.ListAsync(other)).ShouldBeEmpty();
        (await Should.ThrowAsync<OpsException>(() => Store.TickAsync(other, "CL-1-1", "Anna", null, Today))).Kind.ShouldBe(FailureKind.Refused);
    }

    [Fact]
    public async Task Who_started_and_ticked_is_on_record()
    {
        await StartAsync();
        await Store.TickAsync(Engagement.Id, "CL-1-2", "Anna", null, Today);

        var acts = new List<(string, string)>();
        await foreach (var entry in new AuditLog(state).ListAsync(Engagement.Id))
            acts.Add((entry.Action, entry.Subject));
        acts.ShouldBe([("checklist.started", "CL-1"), ("checklist.ticked", "CL-1-2")], ignoreOrder: true);
    }

    private async Task<Checklist> StartAsync(string kind = "checklist-client-onboarding", string? key = null, Language language = Language.French)
    {
        var document = await Company.Writer().Generator.GenerateAsync(Company.Context(language), kind);
        return await Store.StartAsync(Engagement, document, new ChecklistStart(Today, Today) { Key = key, By = "Anna" });
    }
}
