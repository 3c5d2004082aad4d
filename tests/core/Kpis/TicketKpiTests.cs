using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class TicketKpiTests
{
    private static KpiScenario With(params TicketBuilder[] tickets) => new KpiScenario()
        .Add(tickets.Select(ticket => ticket.Build()))
        .Covering(FactType.Ticket, "2026-01-01", "2026-06-30");

    private static TicketBuilder Ticket(string created) => new TicketBuilder().Created(created);

    [Fact]
    public void Tickets_are_counted_when_opened_when_closed_and_while_open()
    {
        var scenario = With(Ticket("2026-02-27"), Ticket("2026-03-02").Closed("2026-03-31"), Ticket("2026-03-02").Closed("2026-04-01"), Ticket("2026-04-01"));

        scenario.Over(KpiIds.OpenedCount, "2026-03-01", "2026-03-31").Value.ShouldBe(2m);
        scenario.Over(KpiIds.ClosedCount, "2026-03-01", "2026-03-31").Value.ShouldBe(1m);
        scenario.Over(KpiIds.Backlog, "2026-03-01", "2026-03-31").Value.ShouldBe(2m);
    }

    [Fact]
    public void Hours_elapse_over_the_change_to_summer_time() =>
        With(Ticket("2026-03-28T12:00").Closed("2026-03-29T12:00")).Over(KpiIds.ResolutionHours, "2026-03-01", "2026-03-31").Value.ShouldBe(23m);

    [Fact]
    public void Percentiles_are_interpolated()
    {
        var scenario = With([.. Enumerable.Range(1, 4).Select(hours => Ticket("2026-03-02T08:00").FirstResponse($"2026-03-02T{8 + hours:00}:00"))]);

        scenario.Over(KpiIds.FirstResponseHours, "2026-03-01", "2026-03-31").Value.ShouldBe(2.5m);
        scenario.Over(KpiIds.FirstResponseHoursP90, "2026-03-01", "2026-03-31").Value.ShouldBe(3.7m);
    }

    [Fact]
    public void Durations_of_the_export_outrank_computed_ones() =>
        With(Ticket("2026-03-02T08:00").Closed("2026-03-02T18:00").With(TicketFields.ResolutionHours, 0.25m))
            .Over(KpiIds.ResolutionHoursP90, "2026-03-01", "2026-03-31").Value.ShouldBe(0.25m);

    [Fact]
    public void Opening_hours_leave_nights_weekends_and_holidays_out()
    {
        var hours = new OpeningHours([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday], new(9, 0), new(18, 0));

        // From Friday 17:00 over Easter Monday to Tuesday 10:00.
        With(Ticket("2026-04-03T17:00").Closed("2026-04-07T10:00")).With(engagement => engagement with { OpeningHours = hours })
            .Over(KpiIds.ResolutionHours, "2026-04-01", "2026-04-30").Value.ShouldBe(2m);
    }

    [Fact]
    public void Top_issues_are_counted_by_issue()
    {
        var issues = With(
                Ticket("2026-03-02").Issue("Facture"), Ticket("2026-03-03").Issue("Accès"), Ticket("2026-03-04").Issue("Accès"),
                Ticket("2026-03-04"), Ticket("2026-04-04").Issue("Facture"))
            .Over(KpiIds.TopIssues, "2026-03-01", "2026-03-31");

        issues.Value.ShouldBe(4m);
        issues.Rows.ShouldBe([new("Accès", 2, null), new("Facture", 1, null), new("Non précisé", 1, null)]);
    }

    [Fact]
    public void Top_customers_without_any_customer_are_no_data() =>
        With(Ticket("2026-03-02")).Over(KpiIds.TopCustomers, "2026-03-01", "2026-03-31").Status.ShouldBe(KpiStatus.NoData);

    [Fact]
    public void Quality_rates_need_a_mark()
    {
        var scenario = With(
            Ticket("2026-03-02").With(TicketFields.Kind, "Réclamation").Closed("2026-03-03"),
            Ticket("2026-03-02").With(TicketFields.Kind, "question").With(TicketFields.Reopened, value: true).Closed("2026-03-04"),
            Ticket("2026-03-02").With(TicketFields.Kind, "question"));
        scenario.Over(KpiIds.ComplaintRate, "2026-03-01", "2026-03-31").Value.ShouldBeNull();

        scenario.Set(kpis => kpis with
        {
            Marks = new Dictionary<string, FieldCondition>(StringComparer.Ordinal)
            {
                ["complaint"] = new("kind", ConditionOperator.Equals, ["réclamation"]),
                ["reopened"] = new("reopened", ConditionOperator.Equals, ["yes"]),
                ["first-contact"] = new("kind", ConditionOperator.NotEquals, ["question"]),
            },
        });
        scenario.Over(KpiIds.ComplaintRate, "2026-03-01", "2026-03-31").Value.ShouldBe(100m / 3m);
        scenario.Over(KpiIds.ReopenedRate, "2026-03-01", "2026-03-31").Value.ShouldBe(50m);
        scenario.Over(KpiIds.FirstContactResolution, "2026-03-01", "2026-03-31").Value.ShouldBe(50m);
    }
}
