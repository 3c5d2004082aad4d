using System.Text;
using NodaTime.Text;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>
/// A profit and loss report as ledger lines: each account's total, dated by the end of the period, under the prefix of its section in the French chart of
/// accounts (income 70, cost of sales 60, expenses 61, other income 75, other expenses 65, taxes 69). Headings and totals are no rows, since they count twice.
/// </summary>
internal sealed class ProfitAndLossCompletion : FactCompletion
{
    private readonly WordList sections = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["75"] = ["Other Income", "Autres produits", "Autres revenus", "Non-operating income"],
        ["65"] = ["Other Expenses", "Other Expense", "Autres charges", "Autres dépenses", "Non-operating expenses"],
        ["60"] = ["Cost of Goods Sold", "Cost of Sales", "COGS", "Less Cost of Sales", "Direct Costs", "Less Direct Costs", "Coût des ventes", "Coût des marchandises vendues", "Achats"],
        ["70"] = ["Income", "Revenue", "Trading Income", "Turnover", "Sales", "Revenues", "Produits", "Chiffre d'affaires", "Revenus", "Ventes", "Operating Income"],
        ["61"] = ["Expenses", "Expense", "Operating Expenses", "Less Operating Expenses", "Overheads", "Charges", "Dépenses", "Charges d'exploitation", "Administrative Costs"],
        ["69"] = ["Taxes", "Tax Expense", "Income Tax", "Impôts"],
    });

    private readonly WordList totals = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["total"] =
        [
            "total*", "Gross Profit", "Net Income", "Net Profit", "Net Operating Income", "Net Other Income", "Operating Profit", "Net Loss", "Net Earnings", "Net Ordinary Income", "Profit", "Gross Margin",
            "Marge brute", "Résultat net", "Résultat d'exploitation", "Bénéfice net", "Bénéfice brut", "Résultat", "Net revenue", "Profit before tax", "Operating income before depreciation",
        ],
    });

    private readonly InputField label;
    private readonly InputField amount;
    private readonly byte[] day;
    private string? section;
    private byte[] id = new byte[128];

    internal ProfitAndLossCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs)
        : base(mapping, schema, inputs)
    {
        label = schema["accountLabel"];
        amount = schema[InputNames.Amount];
        day = mapping.PeriodEnd is { } end ? Encoding.ASCII.GetBytes(LocalDatePattern.Iso.Format(end)) : [];
    }

    internal override bool IsNoRow(FactRecord record)
    {
        var name = Inputs.Text(label);
        var hasAmount = Inputs.Number(amount) is not null;
        if (sections.Find(name) is { } found && !hasAmount)
        {
            section = found;
            return true;
        }

        return name.IsEmpty || !hasAmount || totals.Find(name) is not null;
    }

    internal override ReadOnlySpan<byte> NaturalId(FactRecord record)
    {
        // Section, day and account: the same report a month later replaces its own lines and no others.
        var account = record.GetUtf8(LedgerEntryFields.Account);
        var name = record.GetUtf8(LedgerEntryFields.AccountLabel);
        if (id.Length < day.Length + account.Length + name.Length + 2)
            id = new byte[name.Length + 128];
        var target = id.AsSpan();
        var length = Append(target, 0, day);
        target[length++] = (byte)'/';
        length = Append(target, length, account);
        target[length++] = (byte)'/';
        length = Append(target, length, name);
        return target[..length];
    }

    protected override string? Derive(FactRecord record, ref InputField? at)
    {
        var total = Inputs.Number(amount)!.Value;
        var prefix = section ?? "70";
        record.Set(LedgerEntryFields.Account, prefix);
        record.Set(LedgerEntryFields.AccountLabel, Inputs.Text(label));
        record.Set(LedgerEntryFields.Label, Inputs.Text(label));
        var isIncome = prefix[0] == '7';
        record.Set(LedgerEntryFields.Debit, isIncome ? Math.Max(-total, 0m) : Math.Max(total, 0m));
        record.Set(LedgerEntryFields.Credit, isIncome ? Math.Max(total, 0m) : Math.Max(-total, 0m));
        record.Set(LedgerEntryFields.Opening, false);
        if (Mapping.PeriodEnd is not { } end)
            return RowReasons.RequiredMissing;
        record.Set(LedgerEntryFields.Date, FactTime.Day(end));
        record.Set(LedgerEntryFields.FiscalYear, day);
        return null;
    }

    private static int Append(Span<byte> target, int at, ReadOnlySpan<byte> text)
    {
        text.CopyTo(target[at..]);
        return at + text.Length;
    }
}
