using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Engagements;

public sealed class ChecklistSectionTests
{
    private const string Head = "id: a\nname: A\nlocale: fr-FR\nstart: 2026-10-05\npeople:\n  - {id: samir, name: Samir, role: relay}\n";

    [Fact]
    public void Rules_are_read_with_their_defaults()
    {
        var rules = Read("""
            checklists:
              - {kind: checklist-weekly, every: week}
              - {kind: checklist-month-end, every: month, on: first working day, owner: samir, from: 2026-11-01}
              - {kind: checklist-client-onboarding, when: deal won}
              - {id: hired, kind: sop-hiring-onboarding, when: staff hired, for: $.data.name}
            """).Checklists;

        rules.Select(rule => (rule.Id, rule.Kind, rule.Every, rule.Event)).ShouldBe(
        [
            ("checklist-weekly", "checklist-weekly", ChecklistCadence.Week, null),
            ("checklist-month-end", "checklist-month-end", ChecklistCadence.Month, null),
            ("checklist-client-onboarding", "checklist-client-onboarding", null, ChecklistRule.DealWon),
            ("hired", "sop-hiring-onboarding", null, "staff.hired"),
        ]);
        (rules[1].Owner, rules[1].From).ShouldBe(("samir", new LocalDate(2026, 11, 1)));
        rules[3].For!.ToString().ShouldBe("$.data.name");
    }

    [Theory]
    [InlineData("{kind: checklist-wekly, every: week}", "line 8, field checklists[1].kind", "checklist-weekly")]
    [InlineData("{kind: checklist-weekly}", "line 8, field checklists[1].kind", "either every")]
    [InlineData("{kind: checklist-weekly, every: week, when: deal won}", "checklists[1].when", "either every")]
    [InlineData("{kind: checklist-weekly, every: week, on: sunday}", "checklists[1].on", "monday to friday")]
    [InlineData("{kind: checklist-weekly, every: month, on: 32}", "checklists[1].on", "a day from 1 to 31")]
    [InlineData("{kind: checklist-weekly, every: fortnight}", "checklists[1].every", "one of day, week, month, quarter, year")]
    [InlineData("{kind: checklist-weekly, every: week, owner: nobody}", "checklists[1].owner", "listed under people")]
    [InlineData("{kind: checklist-weekly, every: week, hour: 8}", "checklists[1]", "the key hour is not known")]
    [InlineData("{kind: checklist-weekly, when: staff hired, for: name}", "checklists[1].for", "$.data.name")]
    public void What_is_wrong_is_said_with_line_field_and_what_was_expected(string rule, params string[] expected)
    {
        var message = Should.Throw<OpsException>(() => Read($"checklists:\n  - {rule}\n")).Text.En;

        foreach (var part in expected)
            message.ShouldContain(part);
    }

    [Fact]
    public void Two_rules_of_one_checklist_need_ids_of_their_own() =>
        Should.Throw<OpsException>(() => Read("checklists:\n  - {kind: checklist-weekly, every: week}\n  - {kind: checklist-weekly, every: month}\n"))
            .Text.En.ShouldContain("give each rule an id of its own");

    private static Engagement Read(string yaml) => EngagementReader.Read(new ConfigurationText("engagement.yaml", Head + yaml));
}
