using System.Text;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Exports.Mapping.Reports;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>
/// A profit and loss report as ledger lines: each account's total, dated by the end of its month or of the report's period, under the prefix of its section in the French chart of
/// accounts (income 70, cost of sales 60, expenses 61, other income 75, other expenses 65, taxes 69). Headings and totals are no rows, since they count twice.
/// </summary>
internal sealed class ProfitAndLossCompletion : FactCompletion
{
    private readonly WordList sections = ProfitAndLossWords.Sections();
    private readonly WordList totals = ProfitAndLossWords.Totals();
    private readonly InputField label;
    private readonly InputField amount;
    private (LocalDate? Date, byte[] Text) day = (null, []);
    private string? section;
    private byte[] id = new byte[128];

    internal ProfitAndLossCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs)
        : base(mapping, schema, inputs)
    {
        label = schema["accountLabel"];
        amount = schema[InputNames.Amount];
    }

    internal override bool HasHeadings => true;

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
        if (id.Length < day.Text.Length + account.Length + name.Length + 2)
            id = new byte[name.Length + 128];
        var target = id.AsSpan();
        var length = Append(target, 0, day.Text);
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
        if ((record.FindTime(LedgerEntryFields.Date)?.Date ?? Mapping.PeriodEnd) is not { } end)
            return RowReasons.RequiredMissing;
        if (day.Date != end)
            day = (end, Encoding.ASCII.GetBytes(LocalDatePattern.Iso.Format(end)));
        record.Set(LedgerEntryFields.Date, FactTime.Day(end));
        record.Set(LedgerEntryFields.FiscalYear, day.Text);
        return null;
    }

    private static int Append(Span<byte> target, int at, ReadOnlySpan<byte> text)
    {
        text.CopyTo(target[at..]);
        return at + text.Length;
    }
}
