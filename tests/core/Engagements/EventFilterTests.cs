using OpsAutomation.Engagements;
using OpsAutomation.Events;

namespace OpsAutomation.Core.Tests.Engagements;

public sealed class EventFilterTests
{
    private const string File = """
        id: a
        name: A
        locale: fr-FR
        start: 2026-10-05
        milestones: {removed: [J10], changes: [{id: J45, day: 45}]}
        recipients: [{id: claire, name: Claire, email: claire@a.example}]
        sources: [{id: hubspot-deals, name: HubSpot}]
        events: [{id: board, url: "https://hooks.example.com/in", FILTER}]
        """;

    [Theory]
    [InlineData("types: [kpi.*]", "kpi.off-target kpi.on-target")]
    [InlineData("types: ['*.done', ping]", "milestone.done checklist.done ping")]
    [InlineData("types: kpi.off-target", "kpi.off-target")]
    public void A_pattern_stands_for_several_types(string filter, string expected) =>
        EventTypes.All.Where(type => Read(filter).Wants(type, "x", "{}")).ShouldBe(expected.Split(' '));

    [Theory]
    [InlineData("where: {kpi: [finance.*, sales.won-amount]}", "kpi.off-target", "finance.cash", """{"kpi":"finance.cash"}""", true)]
    [InlineData("where: {kpi: [finance.*, sales.won-amount]}", "kpi.off-target", "sales.won-amount", """{"kpi":"sales.won-amount"}""", true)]
    [InlineData("where: {kpi: [finance.*, sales.won-amount]}", "kpi.on-target", "sales.win-rate", """{"kpi":"sales.win-rate"}""", false)]
    [InlineData("where: {kpi: [finance.*]}", "milestone.late", "J30", """{"milestone":"J30"}""", true)]
    [InlineData("types: [kpi.*], where: {kpi: [finance.*]}", "milestone.late", "J30", """{"milestone":"J30"}""", false)]
    [InlineData("where: {milestone: [j45]}", "milestone.late", "J45", """{"milestone":"J45"}""", true)]
    [InlineData("where: {milestone: [J45]}", "milestone.late", "J30", """{"milestone":"J30"}""", false)]
    [InlineData("where: {document: [sop-*]}", "document.published", "sop-invoicing", """{"kind":"sop-invoicing"}""", true)]
    [InlineData("where: {source: [hubspot-deals]}", "export.ingested", "deals.csv", """{"source":"hubspot-deals"}""", true)]
    [InlineData("where: {source: [hubspot-deals]}", "export.ingested", "deals.csv", """{"source":null}""", false)]
    [InlineData("where: {source: [hubspot-deals]}", "source.stale", "hubspot-deals", """{"name":"HubSpot"}""", true)]
    [InlineData("where: {recipient: [claire]}", "digest.sent", "paul", """{"recipient":"paul"}""", false)]
    public void A_list_narrows_the_events_about_such_things_and_leaves_the_others_alone(string filter, string type, string subject, string data, bool expected) =>
        Read(filter).Wants(type, subject, data).ShouldBe(expected);

    [Theory]
    [InlineData("types: [kpy.*]", "line 8, field events[1].types[1]: one of export.ingested,")]
    [InlineData("types: [kpi.of-target]", "or a pattern such as kpi.*: did you mean kpi.off-target?")]
    [InlineData("where: [kpi]", "field events[1].where: fields with their values")]
    [InlineData("where: {kpis: [finance.cash]}", "field events[1].where: the key kpis is not known: did you mean kpi?")]
    [InlineData("where: {kpi: [finance.cassh]}", "field events[1].where.kpi[1]: the id of a KPI was expected: did you mean finance.cash?")]
    [InlineData("where: {kpi: [finances.*]}", "field events[1].where.kpi[1]: the id of a KPI")]
    [InlineData("where: {milestone: [J10]}", "field events[1].where.milestone[1]: one of J30, J60, J90, J45 was expected")]
    [InlineData("where: {source: hubspot}", "field events[1].where.source: one of hubspot-deals was expected")]
    [InlineData("where: {recipient: [clair]}", "did you mean claire?")]
    [InlineData("types: [milestone.late], where: {kpi: [finance.cash]}", "field events[1].where.kpi: types lets no event about a kpi through: add one, such as kpi.*")]
    public void A_filter_that_can_let_nothing_through_is_an_error_with_its_place(string filter, string expected) =>
        Should.Throw<OpsException>(() => Read(filter)).Text.En.ShouldContain(expected);

    private static EventFilter Read(string filter) =>
        EngagementReader.Read(new("a.yaml", File.Replace("FILTER", filter, StringComparison.Ordinal))).Events[0].Filter;
}
