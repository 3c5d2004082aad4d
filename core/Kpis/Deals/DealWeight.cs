using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;

namespace OpsAutomation.Kpis.Deals;

/// <summary>Deals among the records that weigh most, by their names.</summary>
internal static class DealWeight
{
    /// <summary>Adds a deal where it is among them; its label is made only then.</summary>
    public static void Weigh(this TopRecords records, in DealView deal)
    {
        if (records.Wants(deal.Amount))
            records.Add(deal.Record.FindText(DealFields.Name) ?? deal.Record.FindText(DealFields.Id) ?? "", deal.Amount);
    }
}
