using OpsAutomation.Facts;

namespace OpsAutomation.Testing;

/// <summary>Builds a ticket; an open one created on 2026-01-05 where nothing else is said.</summary>
public sealed class TicketBuilder : FactBuilderOf<TicketBuilder>
{
    public TicketBuilder()
        : base(FactType.Ticket) => With(TicketFields.Status, "open").With(TicketFields.Created, "2026-01-05");

    public TicketBuilder Created(string when) => With(TicketFields.Created, when);

    public TicketBuilder Closed(string when) => With(TicketFields.Status, "closed").With(TicketFields.Closed, when);

    public TicketBuilder FirstResponse(string when) => With(TicketFields.FirstResponse, when);

    public TicketBuilder Issue(string issue) => With(TicketFields.Issue, issue);

    public TicketBuilder Customer(string customer) => With(TicketFields.Customer, customer);
}
