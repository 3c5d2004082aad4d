namespace OpsAutomation.Kpis;

public static partial class KpiIds
{
    /// <summary>Credit minus debit of accounts 70, by entry date.</summary>
    public const string Revenue = "finance.revenue";

    /// <summary>Accounts 7 minus accounts 6, by entry date.</summary>
    public const string Result = "finance.result";

    /// <summary>Accounts 70 minus accounts 60 (603 included), over accounts 70.</summary>
    public const string GrossMargin = "finance.gross-margin";

    /// <summary>Accounts 70 minus direct costs (by default 601-605, 607-609, 611, 621), over accounts 70.</summary>
    public const string DirectMargin = "finance.direct-margin";

    /// <summary>Book cash.</summary>
    public const string Cash = "finance.cash";

    /// <summary>Balance of accounts 50, 511 to 517, 53 and 54, less overdrafts (519).</summary>
    public const string NetCash = "finance.net-cash";

    /// <summary>Runway.</summary>
    public const string RunwayMonths = "finance.runway-months";

    /// <summary>Balance of accounts 411, 413 and 416 at the end of the period.</summary>
    public const string Receivables = "finance.receivables";

    /// <summary>DSO.</summary>
    public const string DsoDays = "finance.dso-days";

    /// <summary>Amounts of order and invoice lines by date, net of tax where both are given.</summary>
    public const string Sales = "finance.sales";

    /// <summary>Distinct orders or invoices; one with lines of several days counts on the first.</summary>
    public const string Orders = "finance.orders";

    /// <summary>Amounts invoiced over distinct orders or invoices.</summary>
    public const string AverageOrder = "finance.average-order";

    /// <summary>Overdue.</summary>
    public const string OverdueAmount = "finance.overdue-amount";

    /// <summary>Collected.</summary>
    public const string Collected = "finance.collected";
}
