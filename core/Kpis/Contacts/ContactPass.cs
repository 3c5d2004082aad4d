using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Contacts;

/// <summary>The KPIs over contacts: cohorts by the day of their creation.</summary>
internal sealed class ContactPass(PassContext context) : FactPass(FactType.Contact, context)
{
    private readonly DayCounts created = new(context.Range);
    private readonly DayCounts customers = new(context.Range);
    private bool anyCustomer;

    /// <inheritdoc/>
    public override void Add(FactRecord record)
    {
        // An export that never says who is a customer has nothing to say of conversion.
        anyCustomer |= record.Has(ContactFields.IsCustomer) || record.Has(ContactFields.BecameCustomer);
        if (record.FindTime(ContactFields.Created) is not { } time)
            return;
        var day = DaySpan.DayOf(time.Date);
        created.Add(day);
        if (record.FindFlag(ContactFields.IsCustomer) ?? record.Has(ContactFields.BecameCustomer))
            customers.Add(day);
    }

    /// <inheritdoc/>
    public override Figure Find(string kpi, DaySpan period) => kpi switch
    {
        KpiIds.Leads => Figure.Of(created.Sum(period)),
        KpiIds.LeadToCustomerRate when anyCustomer => Figure.Ratio(customers.Sum(period), created.Sum(period), 100m),
        _ => Figure.None,
    };
}
