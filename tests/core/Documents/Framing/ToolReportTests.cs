using NodaTime;
using OpsAutomation.Documents.Framing;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents.Framing;

public sealed class ToolReportTests
{
    [Fact]
    public void Costs_before_and_after_are_those_of_what_is_paid_for()
    {
        var report = Report(
            [new("CRM", "crm", null, 90), new("Board", "tasks", null, 30), new("Old", "x", null, 55, Kept: false), new("Gone", "y", null, 40, Kept: false), new("Free", "z", null, 0), new("Unknown", "u")],
            [new("Board", ToolDecision.Replace, By, "Suite", 45, 600), new("Old", ToolDecision.Drop, By)]);

        report.Before.ShouldBe(90 + 30 + 55);
        report.Effect.ShouldBe(45 - 30 - 55);
        report.After.ShouldBe(90 + 45);
        report.OneOff.ShouldBe(600);
        report.PaybackMonths.ShouldBe(600m / 40);
        report.CostUnknown.ShouldBe(1);
    }

    [Fact]
    public void A_replacement_that_is_paid_for_already_costs_nothing_more() =>
        Report([new("CRM", "crm", null, 90), new("Board", "tasks", null, 30)], [new("Board", ToolDecision.Replace, By, "crm")]).Effect.ShouldBe(-30);

    [Fact]
    public void Without_the_cost_of_a_replacement_its_effect_is_not_known()
    {
        var report = Report([new("Board", "tasks", null, 30)], [new("Board", ToolDecision.Replace, By, "Suite")]);

        report.Moves.ShouldHaveSingleItem().Effect.ShouldBeNull();
        report.Effect.ShouldBe(0);
    }

    [Fact]
    public void What_replaces_a_tool_of_unknown_cost_is_paid_for_after_and_has_no_effect_that_can_be_told()
    {
        var report = Report([new("CRM", "crm", null, 90), new("Sheet", "quotes")], [new("Sheet", ToolDecision.Replace, By, "Quoter", 60)]);

        (report.Before, report.Effect, report.After).ShouldBe((90m, 0m, 150m));
    }

    [Fact]
    public void Tools_in_use_for_one_thing_overlap_and_the_roadmap_settles_it_where_only_one_stays()
    {
        Tool[] tools =
        [
            new Tool("HubSpot", "CRM and support", null, 90) { Categories = ["CRM", "Support"] }, new Tool("Intercom", "Chat", null, 60) { Categories = ["support"] },
            new("Trello", "Tasks", null, 10), new("Asana", "tasks", null, 20), new("Pipedrive", "CRM", null, 50),
        ];

        Report(tools, [new("Pipedrive", ToolDecision.Drop, By)]).Overlaps.Select(overlap => (overlap.Category, Names(overlap), overlap.MonthlyCost, overlap.IsOpen)).ShouldBe(
            [("CRM", "HubSpot, Pipedrive", 140m, false), ("Support", "HubSpot, Intercom", 150m, true), ("Tasks", "Trello, Asana", 30m, true)]);
        Report(tools, []).Overlaps.Count(overlap => overlap.IsOpen).ShouldBe(3);
        Report([.. tools, new("Notes", "tasks", null, 5, Kept: false)], []).Overlaps.Select(Names).ShouldBe(["HubSpot, Pipedrive", "HubSpot, Intercom", "Trello, Asana"]);
    }

    private static LocalDate By { get; } = new(2027, 1, 29);

    private static string Names(ToolOverlap overlap) => string.Join(", ", overlap.Tools.Select(tool => tool.Name));

    private static ToolReport Report(Tool[] tools, ToolMove[] moves) => ToolReport.Of(Company.Engagement() with { Tools = tools, Roadmap = moves });
}
