using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using NodaTime.Text;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Ledger;

/// <summary>
/// The books in one currency. Flows go by the date of the entry over all fiscal years; a balance is taken within the fiscal year
/// that holds the date, since the opening entries of a later year repeat the closing balance of the year before.
/// </summary>
internal sealed class CompanyBooks(DaySpan range, ChartOfAccounts chart)
{
    private readonly Dictionary<byte[], FiscalYearBook> years = new(Utf8Comparer.Instance);
    private readonly Dictionary<UInt128, EntryTotals> entries = [];
    private byte[] key = new byte[128];

    /// <summary>Credit minus debit of revenue accounts, by day.</summary>
    public DaySums Revenue { get; } = new(range);

    /// <summary>Credit minus debit of charges and income, by day.</summary>
    public DaySums Result { get; } = new(range);

    /// <summary>Debit minus credit of purchases, by day.</summary>
    public DaySums Purchases { get; } = new(range);

    /// <summary>Debit minus credit of direct costs, by day.</summary>
    public DaySums DirectCosts { get; } = new(range);

    /// <summary>What cash lost in the business: without capital, loans and transfers, by day.</summary>
    public DaySums Outflow { get; } = new(range);

    /// <summary>What customers were charged with by invoices, tax included, by day.</summary>
    public DaySums Invoiced { get; } = new(range);

    /// <summary>Takes in a line.</summary>
    public void Add(FactRecord line, int day)
    {
        var account = line.GetUtf8(LedgerEntryFields.Account);
        var balance = line.GetNumber(LedgerEntryFields.Debit) - line.GetNumber(LedgerEntryFields.Credit);
        AddToBalances(line, day, account, balance);
        if (day < range.From || day > range.To || line.FindFlag(LedgerEntryFields.Opening) == true)
            return;
        var revenue = chart.Revenue.Holds(account);
        if (revenue)
            Revenue.Add(day, -balance);
        if (chart.Result.Holds(account))
            Result.Add(day, -balance);
        if (chart.Purchases.Holds(account))
            Purchases.Add(day, balance);
        if (chart.DirectCosts.Holds(account))
            DirectCosts.Add(day, balance);
        AddToEntry(line, day, account, balance, revenue);
    }

    /// <summary>Draws the conclusions from whole entries.</summary>
    public void Finish()
    {
        foreach (var entry in entries.Values)
        {
            // Of a loan's repayment with its interest, the interest alone is an outflow of the business.
            if (entry.HasCash)
                Outflow.Add(entry.Day, -entry.Cash - entry.Financing);
            if (entry.HasRevenue)
                Invoiced.Add(entry.Day, entry.Customers);
        }

        entries.Clear();
    }

    /// <summary>The balance at the end of a day over all companies, each within its fiscal year that holds the day; null where none does.</summary>
    public decimal? BalanceAt(int day, Func<FiscalYearBook, DaySums> of)
    {
        decimal? balance = null;
        foreach (var company in years.Values.GroupBy(year => year.Company, StringComparer.Ordinal))
        {
            var holding = company.Where(year => year.LastDay >= day && year.FirstEntry <= day).MinBy(year => year.LastDay);
            if (holding is not null)
                balance = (balance ?? 0m) + of(holding).BalanceAt(day);
        }

        return balance;
    }

    private void AddToBalances(FactRecord line, int day, ReadOnlySpan<byte> account, decimal balance)
    {
        var year = YearOf(line);
        year.FirstEntry = Math.Min(year.FirstEntry, day);
        if (chart.Cash.Holds(account))
            year.Cash.AddToBalance(day, balance);
        if (chart.NetCash.Holds(account))
            year.NetCash.AddToBalance(day, balance);
        if (chart.Receivables.Holds(account))
            year.Receivables.AddToBalance(day, balance);
    }

    private void AddToEntry(FactRecord line, int day, ReadOnlySpan<byte> account, decimal balance, bool revenue)
    {
        var cash = chart.Cash.Holds(account);
        var financing = chart.Financing.Holds(account);
        var customer = chart.Customers.Holds(account);
        if (!cash && !financing && !customer && !revenue)
            return;
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, EntryOf(line, day), out _);
        entry.Day = day;
        entry.HasRevenue |= revenue;
        entry.HasCash |= cash;
        if (cash)
            entry.Cash += balance;
        else if (financing)
            entry.Financing += balance;
        if (customer)
            entry.Customers += balance;
    }

    private FiscalYearBook YearOf(FactRecord line)
    {
        var length = Write(line.GetUtf8(LedgerEntryFields.Siren), 0);
        length = Write(line.GetUtf8(LedgerEntryFields.FiscalYear), length);
        var found = years.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!found.TryGetValue(key.AsSpan(0, length), out var year))
        {
            var end = LocalDatePattern.Iso.Parse(line.FindText(LedgerEntryFields.FiscalYear) ?? "");
            year = new(range, line.FindText(LedgerEntryFields.Siren) ?? "", end.Success ? DaySpan.DayOf(end.Value) : int.MaxValue);
            years.Add(key.AsSpan(0, length).ToArray(), year);
        }

        return year;
    }

    // Lines of one entry share company, year, journal and number; without a number, those of a journal's day and piece belong together.
    private UInt128 EntryOf(FactRecord line, int day)
    {
        var length = Write(line.GetUtf8(LedgerEntryFields.Siren), 0);
        length = Write(line.GetUtf8(LedgerEntryFields.FiscalYear), length);
        length = Write(line.GetUtf8(LedgerEntryFields.Journal), length);
        if (line.Has(LedgerEntryFields.Entry))
            length = Write(line.GetUtf8(LedgerEntryFields.Entry), length);
        else
            length = Write(line.GetUtf8(LedgerEntryFields.Piece), length);
        Span<byte> date = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(date, day);
        length = Write(date, length);
        return XxHash128.HashToUInt128(key.AsSpan(0, length));
    }

    private int Write(ReadOnlySpan<byte> part, int at)
    {
        if (key.Length < at + part.Length + 1)
            Array.Resize(ref key, 2 * (at + part.Length + 1));
        part.CopyTo(key.AsSpan(at));
        key[at + part.Length] = 0;
        return at + part.Length + 1;
    }
}
