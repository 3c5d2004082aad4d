using NodaTime;
using NodaTime.Text;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>
/// A ledger line: debit and credit from one amount and its side where the file has no two columns; the SIREN and the fiscal year from the file's name
/// (<c>{SIREN}FEC{yyyyMMdd}</c>), else the fiscal year from the entry's date; opening entries by their journal or label.
/// </summary>
internal sealed class LedgerCompletion : FactCompletion
{
    private readonly WordList sides;
    private readonly OpeningEntries openings = new();
    private readonly InputField account;
    private readonly InputField date;
    private readonly InputField amount;
    private readonly InputField side;
    private readonly byte[] siren;
    private readonly string? closing;
    private (int Year, string Text) lastYear;

    internal LedgerCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs)
        : base(mapping, schema, inputs)
    {
        sides = Words("side");
        account = schema["account"];
        date = schema["date"];
        amount = schema[InputNames.Amount];
        side = schema[InputNames.Side];
        var name = FecName.Parse(mapping.FileName);
        siren = name is null ? [] : System.Text.Encoding.ASCII.GetBytes(name.Siren);
        closing = name is null ? null : LocalDatePattern.Iso.Format(name.Closing);
    }

    protected override string? Derive(FactRecord record, ref InputField? at)
    {
        at = !record.Has(LedgerEntryFields.Account) ? account : !record.Has(LedgerEntryFields.Date) ? date : null;
        if (at is not null)
            return RowReasons.RequiredMissing;
        if (Inputs.Number(amount) is { } total && !Split(record, total))
        {
            at = side;
            return RowReasons.SideUnknown;
        }

        if (!record.Has(LedgerEntryFields.Debit))
            record.Set(LedgerEntryFields.Debit, 0m);
        if (!record.Has(LedgerEntryFields.Credit))
            record.Set(LedgerEntryFields.Credit, 0m);
        if (!record.Has(LedgerEntryFields.Siren))
            record.Set(LedgerEntryFields.Siren, siren);
        if (!record.Has(LedgerEntryFields.FiscalYear))
            record.Set(LedgerEntryFields.FiscalYear, closing ?? ClosingOf(record.FindTime(LedgerEntryFields.Date)!.Value.Date));
        if (!record.Has(LedgerEntryFields.Opening))
            record.Set(LedgerEntryFields.Opening, openings.Holds(record.GetUtf8(LedgerEntryFields.Journal), record.GetUtf8(LedgerEntryFields.Label)));
        return null;
    }

    private bool Split(FactRecord record, decimal total)
    {
        if (!Inputs.IsMapped(side))
        {
            record.Set(LedgerEntryFields.Debit, total > 0m ? total : 0m);
            record.Set(LedgerEntryFields.Credit, total < 0m ? -total : 0m);
            return true;
        }

        var meaning = Sign(Inputs.Text(side)) ?? sides.Find(Inputs.Text(side));
        if (meaning is null)
            return false;
        record.Set(meaning == "debit" ? LedgerEntryFields.Debit : LedgerEntryFields.Credit, total);
        return true;
    }

    // A sign has no letter to compare words by.
    private static string? Sign(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'+', ..] => "debit",
        [(byte)'-', ..] => "credit",
        _ => null,
    };

    private string ClosingOf(LocalDate day)
    {
        var start = Mapping.Context.FiscalYearStartMonth;
        var year = start == 1 || day.Month < start ? day.Year : day.Year + 1;
        if (lastYear.Year != year)
            lastYear = (year, LocalDatePattern.Iso.Format(new LocalDate(year, start, 1).PlusDays(start == 1 ? 365 : -1).With(DateAdjusters.EndOfMonth)));
        return lastYear.Text;
    }
}
