using System.IO.Hashing;
using System.Runtime.InteropServices;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Sales;

/// <summary>The KPIs over order and invoice lines. Void ones never count.</summary>
internal sealed class SalePass : FactPass
{
    private readonly CurrencyTable currencies;
    private readonly DayMoney sales;
    private readonly DayMoney orders;
    private readonly OverdueSales overdue;
    private readonly PeriodPlan plan;
    private readonly DocumentSums asked = new();
    private readonly DocumentSums before = new();

    // The first day of each order or invoice: lines of several days are one document.
    private readonly Dictionary<UInt128, (int Day, int Currency)> documents = [];

    public SalePass(PassContext context)
        : base(FactType.Sale, context)
    {
        currencies = new(context.Engagement.Currency);
        sales = new(context.Range, currencies);
        orders = new(context.Range, currencies);
        overdue = new(context.Range, currencies, context.PlanOf(KpiIds.OverdueAmount));
        plan = context.PlanOf(KpiIds.Sales);
    }

    /// <inheritdoc/>
    public override void Add(FactRecord record)
    {
        if (record.GetUtf8(SaleFields.Status).SequenceEqual("void"u8))
            return;
        var currency = currencies.IndexOf(record.GetUtf8(SaleFields.Currency));
        overdue.Add(record, currency);
        if (record.FindTime(SaleFields.Date) is not { } date)
            return;
        var day = DaySpan.DayOf(date.Date);
        AddDocument(record, day, currency);
        if (record.FindNumber(SaleFields.Amount) is not { } amount)
        {
            sales.AddBlank(day);
            return;
        }

        sales.Add(day, currency, amount);
        if (plan.Asked.Holds(day))
            asked.Add(record, amount);
        else if (plan.Previous.Holds(day))
            before.Add(record, amount);
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        foreach (var (day, currency) in documents.Values)
            orders.Add(day, currency, 0m);
        documents.Clear();
    }

    /// <inheritdoc/>
    public override Figure Find(string kpi, DaySpan period) => kpi switch
    {
        KpiIds.Sales => sales.Sum(period).ToFigure() with
        {
            Contributions = period == plan.Asked ? asked.ToContributions() : period == plan.Previous ? before.ToContributions() : [],
        },
        KpiIds.Orders => Figure.Of(orders.Sum(period).Count),
        KpiIds.AverageOrder => sales.Sum(period).Per(orders.Sum(period)),
        KpiIds.OverdueAmount => overdue.Find(period),
        _ => Figure.None,
    };

    private void AddDocument(FactRecord record, int day, int currency)
    {
        var number = record.GetUtf8(SaleFields.Document);
        var key = number.IsEmpty ? record.Key : XxHash128.HashToUInt128(number);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(documents, key, out var exists);
        if (!exists || day < known.Day || (day == known.Day && currency < known.Currency))
            known = (day, currency);
    }
}
