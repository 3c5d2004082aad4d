using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;
using OpsAutomation.Locales;

namespace OpsAutomation.Kpis.Ledger;

/// <summary>
/// The KPIs over accounting entries. They are dated by the ledger's last entry: what is asked for a later day of the same period is
/// told as of that entry, and a period after it is not known, whenever the file was taken.
/// </summary>
internal sealed class LedgerPass(PassContext context) : FactPass(FactType.LedgerEntry, context)
{
    private const int DsoDays = 90;
    private const int RunwayMonths = 3;
    private readonly ChartOfAccounts chart = new(context.Engagement.Kpis.Accounts);
    private readonly CurrencyTable currencies = new(context.Engagement.Currency);
    private readonly SortedDictionary<int, CompanyBooks> books = [];
    private readonly DaySpan range = context.Range with { From = context.Range.From - 124 };
    private bool numbered;
    private int first = int.MaxValue;
    private int last = int.MinValue;

    /// <inheritdoc/>
    public override void Add(FactRecord record)
    {
        if (record.FindTime(LedgerEntryFields.Date) is not { } date)
            return;
        var currency = currencies.IndexOf(record.GetUtf8(LedgerEntryFields.Currency));
        if (!books.TryGetValue(currency, out var book))
            books.Add(currency, book = new(range, chart));
        var account = record.GetUtf8(LedgerEntryFields.Account);
        numbered |= !account.IsEmpty && account[0] is >= (byte)'0' and <= (byte)'9';
        var day = DaySpan.DayOf(date.Date);
        first = Math.Min(first, day);
        last = Math.Max(last, day);
        book.Add(record, day);
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        foreach (var book in books.Values)
            book.Finish();
    }

    /// <inheritdoc/>
    public override bool Covers(KpiDefinition definition, DaySpan period) => period.To >= first && period.From <= last;

    /// <inheritdoc/>
    public override Figure Find(string kpi, DaySpan period)
    {
        if (!numbered && !chart.IsMapped)
        {
            return Figure.None.Warned(new(
                "The accounts have no numbers: say in the engagement (kpis, accounts) which ones make up this figure.",
                "Les comptes n'ont pas de numéros\u00a0: indiquez dans la mission (kpis, accounts) ceux qui composent ce chiffre."));
        }

        var parts = books.Select(book => new CurrencyValue(currencies[book.Key], Value(kpi, book.Value, period))).ToList();
        var money = KpiCatalogue.Find(kpi)?.Unit == KpiUnit.Money;
        var figure = parts switch
        {
            [var one] => new Figure { Value = one.Value, Currency = money ? one.Currency : null },
            _ when money => new() { ByCurrency = parts },
            _ => Figure.None,
        };
        return period.To > last ? figure.Warned(AsOf(DaySpan.DateOf(last))) : figure;
    }

    private static LocalizedText AsOf(LocalDate day) => new(
        $"The books end on {Locale.Of(Language.English).LongDate(day)}: the figure is as of their last entry.",
        $"Les écritures s'arrêtent au {Locale.Of(Language.French).LongDate(day)}\u00a0: le chiffre est à la dernière écriture.");

    private decimal? Value(string kpi, CompanyBooks book, DaySpan period)
    {
        var day = Math.Min(period.To, last);
        return kpi switch
        {
            KpiIds.Revenue => book.Revenue.Sum(period),
            KpiIds.Result => book.Result.Sum(period),
            KpiIds.GrossMargin => Margin(book.Revenue.Sum(period), book.Purchases.Sum(period)),
            KpiIds.DirectMargin => Margin(book.Revenue.Sum(period), book.DirectCosts.Sum(period)),
            KpiIds.Cash => book.BalanceAt(day, year => year.Cash),
            KpiIds.NetCash => book.BalanceAt(day, year => year.NetCash),
            KpiIds.Receivables => book.BalanceAt(day, year => year.Receivables),
            KpiIds.RunwayMonths => Runway(book, period, day),
            KpiIds.DsoDays => Dso(book, day),
            _ => null,
        };
    }

    private static decimal? Margin(decimal revenue, decimal costs) => revenue == 0m ? null : (revenue - costs) * 100m / revenue;

    private static decimal? Dso(CompanyBooks book, int day)
    {
        var invoiced = book.Invoiced.Sum(new(day - DsoDays + 1, day));
        return invoiced <= 0m ? null : book.BalanceAt(day, year => year.Receivables) * DsoDays / invoiced;
    }

    // The three months must lie within the books, or their mean would be of less than three.
    private decimal? Runway(CompanyBooks book, DaySpan period, int day)
    {
        var end = period.LastDate == period.LastDate.With(DateAdjusters.EndOfMonth)
            ? period.LastDate
            : period.LastDate.With(DateAdjusters.StartOfMonth).PlusDays(-1);
        var start = end.With(DateAdjusters.StartOfMonth).PlusMonths(1 - RunwayMonths);
        if (first > DaySpan.DayOf(start.With(DateAdjusters.EndOfMonth)))
            return null;
        var outflow = book.Outflow.Sum(DaySpan.Of(start, end));
        var cash = Context.Readings.Find(KpiCatalogue.Find(KpiIds.Cash)!, period, Context.Engagement.Currency)?.Value
            ?? book.BalanceAt(day, year => year.Cash);
        return outflow <= 0m ? null : cash * RunwayMonths / outflow;
    }
}
