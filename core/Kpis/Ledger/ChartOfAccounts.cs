namespace OpsAutomation.Kpis.Ledger;

/// <summary>
/// Which accounts a measure is over: the French general chart (PCG), or what the engagement's account map says. The keys of the map
/// are <c>revenue</c>, <c>result</c>, <c>purchases</c>, <c>direct-costs</c>, <c>cash</c>, <c>net-cash</c>, <c>receivables</c>,
/// <c>customers</c> (whom invoices are charged to) and <c>financing</c> (what is no outflow of the business).
/// </summary>
internal sealed class ChartOfAccounts(IReadOnlyDictionary<string, IReadOnlyList<string>> map)
{
    /// <summary>Sales: 70.</summary>
    public AccountSet Revenue { get; } = Of(map, "revenue", "70");

    /// <summary>Charges and income: 6 and 7.</summary>
    public AccountSet Result { get; } = Of(map, "result", "6", "7");

    /// <summary>Purchases, with the change in stock: 60.</summary>
    public AccountSet Purchases { get; } = Of(map, "purchases", "60");

    /// <summary>Purchases without supplies, subcontracting, temporary staff.</summary>
    public AccountSet DirectCosts { get; } = Of(map, "direct-costs", "601", "602", "603", "604", "605", "607", "608", "609", "611", "621");

    /// <summary>Banks and tills: 512 and 53.</summary>
    public AccountSet Cash { get; } = Of(map, "cash", "512", "53");

    /// <summary>Securities, banks, tills and imprests, with overdrafts, whose balance is negative.</summary>
    public AccountSet NetCash { get; } = Of(map, "net-cash", "50", "511", "512", "513", "514", "515", "516", "517", "519", "53", "54");

    /// <summary>Customers, bills receivable, doubtful customers: 411, 413, 416.</summary>
    public AccountSet Receivables { get; } = Of(map, "receivables", "411", "413", "416");

    /// <summary>Customers whom invoices are charged to: 411.</summary>
    public AccountSet Customers { get; } = Of(map, "customers", "411");

    /// <summary>Capital, loans, group and partners, transfers: 10, 16, 45, 58.</summary>
    public AccountSet Financing { get; } = Of(map, "financing", "10", "16", "45", "58");

    /// <summary>Whether the engagement maps anything.</summary>
    public bool IsMapped => map.Count > 0;

    private static AccountSet Of(IReadOnlyDictionary<string, IReadOnlyList<string>> map, string measure, params string[] french) =>
        new(map.TryGetValue(measure, out var own) ? own : french);
}
