using System.Text;
using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Core.Tests.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Milestones;
using OpsAutomation.Mornings;
using OpsAutomation.Locales;
using OpsAutomation.Runs;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Runs;

public sealed class ChecklistStarterTests
{
    private static readonly LocalDate Today = Company.Today;

    private readonly InMemoryBlobStore blobs = new();
    private readonly InMemoryStateStore state = new();

    private ChecklistStarter Starter => new(blobs, state, new ManualTime());

    private ChecklistStore Store => new(state, new ManualTime());

    [Fact]
    public async Task A_weekly_list_starts_once_a_week_whatever_runs_again()
    {
        var engagement = With(new ChecklistRule { Id = "weekly", Kind = "checklist-weekly", Every = ChecklistCadence.Week });

        (await StartAsync(engagement, Today)).ShouldHaveSingleItem().Day.ShouldBe(new LocalDate(2026, 11, 23));
        for (var day = 0; day < 7; day++)
            (await StartAsync(engagement, Today.PlusDays(day))).ShouldBeEmpty();
        (await StartAsync(engagement, Today.PlusDays(8))).ShouldHaveSingleItem().Day.ShouldBe(new LocalDate(2026, 11, 30));

        (await Store.ListAsync(engagement.Id)).Select(checklist => (checklist.Id, checklist.By)).ShouldBe([("CL-1", "schedule weekly"), ("CL-2", "schedule weekly")]);
    }

    [Fact]
    public async Task Two_runs_at_the_same_moment_start_one()
    {
        var engagement = With(new ChecklistRule { Id = "weekly", Kind = "checklist-weekly", Every = ChecklistCadence.Week });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => StartAsync(engagement, Today))));

        (await Store.ListAsync(engagement.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Each_deal_won_of_late_starts_one_and_others_start_none()
    {
        var engagement = With(new ChecklistRule { Id = "welcome", Kind = "checklist-client-onboarding", Event = ChecklistRule.DealWon });
        var facts = new InMemoryFactSource(
            new DealBuilder().Id("1").With(DealFields.Name, "Hôtel Azur").Won().Closed("2026-11-20").Build(),
            new DealBuilder().Id("2").Won().Closed("2026-01-20").Build(),
            new DealBuilder().Id("3").Lost().Closed("2026-11-20").Build(),
            new DealBuilder().Id("4").Open().Closed("2026-11-20").Build(),
            new DealBuilder().Id("5").Won().Closed("2026-11-30").Build());

        var started = (await StartAsync(engagement, Today, facts)).ShouldHaveSingleItem();
        (started.For, started.Day, started.By).ShouldBe(("Hôtel Azur", new LocalDate(2026, 11, 20), "deal won welcome"));
        (await StartAsync(engagement, Today.PlusDays(1), facts)).ShouldBeEmpty();
        facts.Add(new DealBuilder().Id("6").With(DealFields.Name, "Perle").Won().Closed("2026-11-24").Build());
        (await StartAsync(engagement, Today.PlusDays(1), facts)).ShouldHaveSingleItem().For.ShouldBe("Perle");
    }

    [Fact]
    public async Task Lines_have_a_person_of_the_engagement_and_what_names_nobody_goes_to_the_rules_owner()
    {
        var engagement = With(
            new ChecklistRule { Id = "weekly", Kind = "checklist-weekly", Every = ChecklistCadence.Week },
            new ChecklistRule { Id = "own", Kind = "checklist-gdpr-request", Every = ChecklistCadence.Week, Owner = "paul" });
        await PutAsync("checklist-gdpr-request", "| Done | To do | Who | Day |\n|---|---|---|---|\n| ☐ | By role | relais interne | J |\n| ☐ | By name | inès petit | J |\n| ☐ | Nobody | | J |\n| ☐ | Outside | Le cabinet | J |\n- [ ] A line of a list\n");

        var started = await StartAsync(engagement, Today);

        started[0].Lines.ShouldAllBe(line => line.Person != null);
        started[1].Lines.Select(line => (line.Text, line.Person, line.Assignee)).ShouldBe(
            [("By role", "samir", "samir"), ("By name", "ines", "ines"), ("Nobody", "paul", "paul"), ("Outside", null, "Le cabinet"), ("A line of a list", "paul", "paul")]);
    }

    [Fact]
    public async Task What_is_late_reaches_the_morning_list_with_its_person()
    {
        var engagement = With(new ChecklistRule { Id = "own", Kind = "checklist-gdpr-request", Every = ChecklistCadence.Week });
        await PutAsync("checklist-gdpr-request", "| Done | To do | Who | Day |\n|---|---|---|---|\n| ☐ | Answer | binôme | J+1 |\n");
        await StartAsync(engagement, Today);

        var standing = Standing(engagement, Today.PlusDays(3)) with { Checklists = await Store.ListAsync(engagement.Id) };

        var item = new MorningItems(standing.ForDocuments(Language.French), Locale.FrFr).All().Single(one => one.Id == "CL-1-1");
        (item.Urgency, item.Owner).ShouldBe((MorningUrgency.Late, "Inès Petit"));
    }

    [Fact]
    public async Task A_list_under_way_keeps_its_lines_when_the_template_changes_and_the_next_has_the_new_ones()
    {
        var engagement = With(new ChecklistRule { Id = "own", Kind = "checklist-gdpr-request", Every = ChecklistCadence.Week });
        await PutAsync("checklist-gdpr-request", "- [ ] First\n- [ ] Second\n");
        await StartAsync(engagement, Today);
        await Store.TickAsync(engagement.Id, "CL-1-2", "Anna", null, Today);
        await PutAsync("checklist-gdpr-request", "- [ ] Another first\n");

        await StartAsync(engagement, Today.PlusDays(7));

        var all = await Store.ListAsync(engagement.Id);
        all.Select(checklist => (checklist.Version, string.Join(", ", checklist.Lines.Select(line => line.Text)), checklist.Done)).ShouldBe(
            [(1, "First, Second", 1), (2, "Another first", 0)]);
    }

    [Fact]
    public async Task A_rule_that_cannot_start_is_told_after_the_others_started()
    {
        var engagement = With(
            new ChecklistRule { Id = "bad", Kind = "raci", Every = ChecklistCadence.Week },
            new ChecklistRule { Id = "weekly", Kind = "checklist-weekly", Every = ChecklistCadence.Week });

        (await Should.ThrowAsync<OpsException>(() => StartAsync(engagement, Today))).Text.En.ShouldContain("no line to tick");

        (await Store.ListAsync(engagement.Id)).ShouldHaveSingleItem().Kind.ShouldBe("checklist-weekly");
    }

    [Theory]
    [InlineData(EngagementState.Framing)]
    [InlineData(EngagementState.Closed)]
    public async Task Nothing_starts_where_the_engagement_does_not_run(EngagementState engagementState) =>
        (await StartAsync(With(new ChecklistRule { Id = "weekly", Kind = "checklist-weekly", Every = ChecklistCadence.Week }) with { State = engagementState }, Today)).ShouldBeEmpty();

    private static Engagement With(params ChecklistRule[] rules) => Company.Engagement() with { Checklists = rules };

    private Task<IReadOnlyList<Checklist>> StartAsync(Engagement engagement, LocalDate day, IFactSource? facts = null) => Starter.StartDueAsync(Standing(engagement, day, facts));

    private static Standing Standing(Engagement engagement, LocalDate day, IFactSource? facts = null) => new()
    {
        Engagement = engagement,
        At = day,
        Kpis = [],
        Milestones = new MilestoneReport(engagement.Id.Value, day, engagement.Start, [], []),
        Log = [],
        Documents = [],
        Imports = [],
        Facts = facts,
    };

    private Task PutAsync(string kind, string body) => blobs.WriteAsync(
        Company.Engagement().Id, $"templates/fr/{kind}.md",
        (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes($"---\ntitle: \"Ma liste\"\nfamily: checklist\n---\n{body}\n## Révisions\n\n{{{{revisions}}}}\n"), token).AsTask());
}
