namespace OpsAutomation.Exports.Mapping.Reports;

/// <summary>The headings and totals of profit and loss reports, in both languages.</summary>
internal static class ProfitAndLossWords
{
    /// <summary>The words that open a section, by the prefix of its accounts in the French chart of accounts.</summary>
    internal static WordList Sections() => new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["75"] = ["Other Income", "Autres produits", "Autres revenus", "Non-operating income"],
        ["65"] = ["Other Expenses", "Other Expense", "Autres charges", "Autres dépenses", "Non-operating expenses"],
        ["60"] = ["Cost of Goods Sold", "Cost of Sales", "COGS", "Less Cost of Sales", "Direct Costs", "Less Direct Costs", "Coût des ventes", "Coût des marchandises vendues", "Achats", "Coûts directs"],
        ["70"] =
        [
            "Income", "Revenue", "Trading Income", "Turnover", "Sales", "Revenues", "Produits", "Chiffre d'affaires", "Revenus", "Ventes", "Operating Income", "Ordinary Income/Expense",
            "Produits d'exploitation",
        ],
        ["61"] = ["Expenses", "Expense", "Operating Expenses", "Less Operating Expenses", "Overheads", "Charges", "Dépenses", "Charges d'exploitation", "Administrative Costs"],
        ["69"] = ["Taxes", "Tax Expense", "Income Tax", "Impôts"],
    });

    /// <summary>The words of rows that add others up.</summary>
    internal static WordList Totals() => new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["total"] =
        [
            "total*", "Gross Profit", "Net Income", "Net Profit", "Net Operating Income", "Net Other Income", "Operating Profit", "Net Loss", "Net Earnings", "Net Ordinary Income", "Profit", "Gross Margin",
            "Marge brute", "Marge commerciale", "Résultat*", "Bénéfice net", "Bénéfice brut", "Bénéfice d'exploitation", "Bénéfice", "Revenu net", "Perte nette", "Valeur ajoutée",
            "Excédent brut d'exploitation", "EBE", "EBIT", "EBITDA", "Net revenue", "Profit before tax", "Operating income before depreciation",
        ],
    });
}
