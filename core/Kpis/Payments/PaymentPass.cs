using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Payments;

/// <summary>What was collected: charges that succeeded less what was given back of them, and refunds with their own rows.</summary>
internal sealed class PaymentPass : FactPass
{
    private readonly CurrencyTable currencies;
    private readonly DayMoney collected;
    private readonly PeriodPlan plan;
    private readonly TopRecords top = new();
    private readonly TopRecords topBefore = new();

    public PaymentPass(PassContext context)
        : base(FactType.Payment, context)
    {
        currencies = new(context.Engagement.Currency);
        collected = new(context.Range, currencies);
        plan = context.PlanOf(KpiIds.Collected);
    }

    /// <inheritdoc/>
    public override void Add(FactRecord record)
    {
        var status = record.GetUtf8(PaymentFields.Status);
        if (status.SequenceEqual("failed"u8) || status.SequenceEqual("pending"u8) || record.FindTime(PaymentFields.Date) is not { } date)
            return;

        // A row without a kind is a payment: only exports of balances have other rows, and they name them.
        var kind = record.GetUtf8(PaymentFields.Kind);
        if (!kind.IsEmpty && !kind.SequenceEqual("charge"u8) && !kind.SequenceEqual("refund"u8))
            return;
        var day = DaySpan.DayOf(date.Date);
        if (record.FindNumber(PaymentFields.Amount) is not { } amount)
        {
            collected.AddBlank(day);
            return;
        }

        var net = kind.SequenceEqual("refund"u8) ? amount : amount - record.GetNumber(PaymentFields.Refunded);
        collected.Add(day, currencies.IndexOf(record.GetUtf8(PaymentFields.Currency)), net);
        if (plan.Asked.Holds(day))
            Weigh(top, record, net);
        else if (plan.Previous.Holds(day))
            Weigh(topBefore, record, net);
    }

    /// <inheritdoc/>
    public override Figure Find(string kpi, DaySpan period) => collected.Sum(period).ToFigure() with
    {
        Contributions = period == plan.Asked ? top.ToList() : period == plan.Previous ? topBefore.ToList() : [],
    };

    // A payment is named by its number: its customer may be a person.
    private static void Weigh(TopRecords records, FactRecord record, decimal amount)
    {
        if (records.Wants(amount) && record.FindText(PaymentFields.Id) is { } label)
            records.Add(label, amount);
    }
}
