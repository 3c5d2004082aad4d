namespace OpsAutomation.Kpis.Ledger;

/// <summary>What the lines of one entry add up to: a movement is understood from the other lines of its entry.</summary>
internal struct EntryTotals
{
    /// <summary>The day of the entry.</summary>
    public int Day;

    /// <summary>Debit minus credit of cash accounts.</summary>
    public decimal Cash;

    /// <summary>Debit minus credit of financing accounts.</summary>
    public decimal Financing;

    /// <summary>Debit minus credit of customer accounts.</summary>
    public decimal Customers;

    /// <summary>Whether cash moved.</summary>
    public bool HasCash;

    /// <summary>Whether the entry has a line of revenue.</summary>
    public bool HasRevenue;
}
