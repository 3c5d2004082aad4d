using OpsAutomation.Facts;

namespace OpsAutomation.Testing;

/// <summary>Builds a line of an accounting entry of the fiscal year 2026.</summary>
public sealed class LedgerEntryBuilder : FactBuilderOf<LedgerEntryBuilder>
{
    public LedgerEntryBuilder()
        : base(FactType.LedgerEntry) =>
        With(LedgerEntryFields.Siren, "123456782").With(LedgerEntryFields.FiscalYear, "2026-12-31").With(LedgerEntryFields.Date, "2026-01-05");

    public LedgerEntryBuilder Account(string account) => With(LedgerEntryFields.Account, account);

    public LedgerEntryBuilder Entry(string number) => With(LedgerEntryFields.Entry, number);

    public LedgerEntryBuilder On(string day) => With(LedgerEntryFields.Date, day);

    public LedgerEntryBuilder Debit(decimal amount) => With(LedgerEntryFields.Debit, amount).With(LedgerEntryFields.Credit, 0m);

    public LedgerEntryBuilder Credit(decimal amount) => With(LedgerEntryFields.Credit, amount).With(LedgerEntryFields.Debit, 0m);

    public LedgerEntryBuilder FiscalYear(string lastDay) => With(LedgerEntryFields.FiscalYear, lastDay);

    public LedgerEntryBuilder Opening() => With(LedgerEntryFields.Opening, value: true);
}
