using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Engagements;

/// <summary>The sections that say how a company works.</summary>
public sealed class WorkingSectionTests
{
    private const string Head =
        """
        id: a
        name: A
        locale: fr-FR
        start: 2026-10-05
        people:
          - {id: claire, name: Claire, role: sponsor}
          - {id: paul, name: Paul, role: manager, left: 2026-11-13}
        tools:
          - {name: Trello, purpose: Tasks, category: [tasks, planning], owner: paul, monthlyCost: 30}

        """;

    [Fact]
    public void Processes_backlog_tools_and_training_are_read()
    {
        var engagement = Read(
            """
            processes:
              - {id: sales, name: Sales, owner: paul, perMonth: 14, hours: 2.5, sop: sop-crm-hygiene, next: [{to: billing, what: Signed quote, pain: half are incomplete}]}
              - {id: billing, name: Billing, sop: "https://wiki.example/billing"}
            backlog:
              scoring: rice
              items:
                - {title: Bill on delivery, process: billing, kpi: finance.cash, reach: 40, impact: 2, confidence: 80, days: 1.5, owner: paul, by: 2026-12-01, state: started}
            roadmap:
              - {tool: trello, decision: replace, by: 2027-01-15, with: HubSpot, newMonthlyCost: 45, oneOffCost: 600, owner: paul, reason: one tool}
            training:
              - {subject: Planning, who: [claire], trainer: paul, sop: sop-capacity-planning, hours: 1, by: 2026-12-01, proof: runs it alone, done: 2026-11-20}
            """);

        engagement.Processes[0].HoursPerMonth.ShouldBe(35m);
        engagement.Processes[0].Next.ShouldHaveSingleItem().ShouldBe(new ProcessHandoff("billing", "Signed quote", "half are incomplete"));
        engagement.Processes[1].Sop.ShouldBe("https://wiki.example/billing");
        engagement.Backlog.Scoring.ShouldBe(BacklogScoring.Rice);
        engagement.Backlog.Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.Reach.ShouldBe(40), item => item.Days.ShouldBe(1.5m), item => item.State.ShouldBe(BacklogState.Started));
        engagement.Roadmap.ShouldHaveSingleItem().ShouldBe(new ToolMove("trello", ToolDecision.Replace, new LocalDate(2027, 1, 15), "HubSpot", 45, 600, "paul", "one tool"));
        engagement.Training.ShouldHaveSingleItem().Done.ShouldBe(new LocalDate(2026, 11, 20));
        engagement.Tools[0].Categories.ShouldBe(["tasks", "planning"]);
        engagement.People[1].HasLeft(new LocalDate(2026, 11, 13)).ShouldBeFalse();
        engagement.People[1].HasLeft(new LocalDate(2026, 11, 14)).ShouldBeTrue();
    }

    [Fact]
    public void Automations_rights_policies_and_access_are_read()
    {
        var engagement = Read(
            """
            automations:
              - {name: Deal to card, trigger: deal won, does: creates a card, tool: Zapier, owner: paul, breaks: production starts late, fallback: by hand, critical: true, tested: 2026-11-02}
            decisionRights:
              - {decision: Purchases, who: paul, upTo: 500, above: claire, consulted: [claire], written: Logbook}
            policies:
              - {name: Expenses, rule: Receipts by the 25th, owner: claire, reviewed: 2026-06-01}
            access:
              - {person: paul, tool: Trello, right: admin, since: 2026-10-05, reviewed: 2026-11-02, closed: 2026-11-20}
              - {name: Agency, tool: Trello, right: edit, left: 2026-11-01, shared: true}
            """);

        engagement.Automations.ShouldHaveSingleItem().Critical.ShouldBeTrue();
        engagement.DecisionRights.ShouldHaveSingleItem().UpTo.ShouldBe(500);
        engagement.Policies.ShouldHaveSingleItem().Reviewed.ShouldBe(new LocalDate(2026, 6, 1));
        engagement.Access.Select(grant => (grant.Person ?? grant.Name, grant.Right, grant.Shared)).ShouldBe([("paul", AccessRight.Admin, false), ("Agency", AccessRight.Edit, true)]);
    }

    [Fact]
    public void Routines_and_calendar_are_read()
    {
        var engagement = Read(
            """
            routines:
              - {id: weekly-ops, day: tuesday, time: "09:30", minutes: 40, chair: paul}
              - {id: sharing, off: true}
              - {id: tour, name: Site tour, every: fortnight, day: wednesday, output: blockers removed}
            calendar:
              owner: paul
              accountant: Dury
              without: [fr-cfe]
              dates: [{title: Insurance, on: 2027-01-01, everyMonths: 12, owner: claire}]
            """);

        engagement.Routines.Select(routine => (routine.Id, routine.Off, routine.Every)).ShouldBe([("weekly-ops", false, null), ("sharing", true, null), ("tour", false, RoutineRhythm.Fortnight)]);
        engagement.Calendar.Without.ShouldBe(["fr-cfe"]);
        engagement.Calendar.Dates.ShouldHaveSingleItem().ShouldBe(new CalendarDate("Insurance", new LocalDate(2027, 1, 1), 12, "claire"));
    }

    [Fact]
    public void Continuity_is_read_and_values_to_start_from_stay_where_it_is_not_there()
    {
        Read("").Continuity.Activities.ShouldBeEmpty();
        var continuity = Read(
            """
            continuity:
              confirmed: 2026-11-05
              repairs: paul
              repairsDeputy: Nord Informatique
              numbers: in the safe
              activities:
                - {name: Answer clients, rto: 4 h, rpo: 1 day, minimum: a telephone, playbook: playbook-outage}
            """).Continuity;

        continuity.Activities.ShouldHaveSingleItem().ShouldBe(new ContinuityActivity("Answer clients", "4 h", "1 day", "a telephone", "playbook-outage"));
        (continuity.Confirmed, continuity.Repairs, continuity.RepairsDeputy, continuity.Numbers).ShouldBe((new LocalDate(2026, 11, 5), "paul", "Nord Informatique", "in the safe"));
    }

    [Theory]
    [InlineData("routines:\n  - {id: tour, name: T, day: monday}", "line 11, field routines[1].every: it is missing: one of week, fortnight, month, quarter was expected")]
    [InlineData("routines:\n  - {id: weekly-ops, day: someday}", "line 11, field routines[1].day: one of monday, tuesday, wednesday, thursday, friday, saturday, sunday was expected")]
    [InlineData("calendar:\n  without: [fr-cfee]", "line 11, field calendar.without[1]: the id of a date of the legal calendar was expected: did you mean fr-cfe?")]
    [InlineData("calendar:\n  dates: [{title: T, on: 31/12/2026}]", "line 11, field calendar.dates[1].on: a date such as 2026-10-05 was expected")]
    [InlineData("processes:\n  - {id: Sales, name: S}", "line 11, field processes[1].id: an id of lower-case letters, digits and hyphens was expected, such as client-onboarding")]
    [InlineData("processes:\n  - {id: s, name: S}\n  - {id: s, name: T}", "line 12, field processes[2].id: the id is already used above: another one was expected")]
    [InlineData("processes:\n  - {id: s, name: S, owner: lea}", "line 11, field processes[1].owner: the id of a person listed under people was expected")]
    [InlineData("processes:\n  - {id: s, name: S, next: [{to: t}]}", "line 11, field processes[1].next[1].to: the id of a process listed under processes was expected")]
    [InlineData("processes:\n  - {id: s, name: S, next: [{to: s}]}", "line 11, field processes[1].next[1].to: another process than this one was expected")]
    [InlineData("processes:\n  - {id: s, name: S, hours: -1}", "line 11, field processes[1].hours: a number from 0 to 10000 was expected")]
    [InlineData("backlog:\n  items:\n    - {title: T, impact: 11, confidence: 5, ease: 5}", "line 12, field backlog.items[1].impact: a number from 1 to 10 was expected")]
    [InlineData("backlog:\n  items:\n    - {title: T, impact: 5, confidence: 5}", "line 12, field backlog.items[1].ease: it is missing: a number from 1 to 10 was expected")]
    [InlineData("backlog:\n  items:\n    - {title: T, impact: 5, confidence: 5, ease: 5, reach: 4}", "line 12, field backlog.items[1].reach: reach goes with scoring: rice")]
    [InlineData("backlog:\n  scoring: rice\n  items:\n    - {title: T, reach: 4, impact: 3, confidence: 50, days: 0}", "line 13, field backlog.items[1].days: a number from 0.1 to 1000 was expected")]
    [InlineData("backlog:\n  scoring: moscow", "line 11, field backlog.scoring: one of ice, rice was expected")]
    [InlineData("roadmap:\n  - {tool: Asana, decision: drop, by: 2027-01-01}", "line 11, field roadmap[1].tool: the name of a tool listed under tools was expected")]
    [InlineData("roadmap:\n  - {tool: Trello, decision: drop}", "line 11, field roadmap[1].by: it is missing: a date such as 2026-10-05 was expected")]
    [InlineData("roadmap:\n  - {tool: Trello, decision: replace, by: 2027-01-01}", "line 11, field roadmap[1].with: it is missing: what takes the tool's place was expected")]
    [InlineData("training:\n  - {subject: S, by: 2027-01-01}", "line 11, field training[1].who: it is missing: the id of a person listed under people was expected")]
    [InlineData("decisionRights:\n  - {decision: D, who: paul, above: claire}", "line 11, field decisionRights[1].upTo: it is missing: a number of at least 0 was expected, such as 1234.5")]
    [InlineData("policies:\n  - {name: P}", "line 11, field policies[1].rule: it is missing: a text was expected")]
    [InlineData("access:\n  - {tool: Trello, right: read}", "line 11, field access[1].person: it is missing: the id of a person listed under people, or a name, was expected")]
    [InlineData("access:\n  - {person: paul, tool: Trello, right: root}", "line 11, field access[1].right: one of read, edit, admin was expected")]
    [InlineData("access:\n  - {person: paul, tool: Trello, right: read, left: 2026-11-01}", "line 11, field access[1].left: the last day of somebody listed under people belongs there")]
    [InlineData("continuity:\n  activities: [{name: Answer clients, rto: 4 h}]", "line 11, field continuity.activities[1].rpo: it is missing: a text was expected")]
    [InlineData("continuity:\n  activities: [{name: A, rto: 4 h, rpo: 1 day, playbook: continuity-plan}]", "line 11, field continuity.activities[1].playbook: one of playbook-outage, playbook-key-person, playbook-cash-squeeze, playbook-data-breach, playbook-supplier-failure, playbook-strike was expected")]
    [InlineData("continuity:\n  repair: paul", "line 11, field continuity: the key repair is not known: did you mean repairs?")]
    [InlineData("automations:\n  - {name: N, brakes: x}", "line 11, field automations[1]: the key brakes is not known: did you mean breaks?")]
    public void An_error_says_line_field_and_what_was_expected(string added, string expected) =>
        Should.Throw<OpsException>(() => Read(added)).Text.En.ShouldBe($"a.yaml, {expected}{(expected.EndsWith('?') ? "" : ".")} Correct the file and run the command again.");

    private static Engagement Read(string added) => EngagementReader.Read(new("a.yaml", Head + added + "\n"));
}
