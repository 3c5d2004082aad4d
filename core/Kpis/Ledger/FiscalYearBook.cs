using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Ledger;

/// <summary>The balances of one company's fiscal year, its opening entries included.</summary>
internal sealed class FiscalYearBook(DaySpan range, string company, int lastDay)
{
    /// <summary>The company.</summary>
    public string Company => company;

    /// <summary>The last day of the fiscal year.</summary>
    public int LastDay => lastDay;

    /// <summary>The first day with an entry.</summary>
    public int FirstEntry { get; set; } = int.MaxValue;

    /// <summary>Cash.</summary>
    public DaySums Cash { get; } = new(range);

    /// <summary>Net cash.</summary>
    public DaySums NetCash { get; } = new(range);

    /// <summary>Receivables.</summary>
    public DaySums Receivables { get; } = new(range);
}
