using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>
/// A subscription's amount per interval for the whole quantity, net of discount and of tax; its interval in months; its status by words, else by its dates and by
/// the snapshot's word for customers who left.
/// </summary>
internal sealed class SubscriptionCompletion : FactCompletion
{
    private readonly WordList statuses;
    private readonly WordList churns;
    private readonly InputField status;
    private readonly InputField churn;
    private readonly InputField interval;
    private readonly InputField intervalCount;
    private readonly InputField quantity;
    private readonly InputField unitPrice;
    private readonly InputField discount;
    private readonly InputField discountPercent;
    private readonly InputField tax;
    private readonly InputField mrr;
    private readonly InputField isTrial;

    internal SubscriptionCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs)
        : base(mapping, schema, inputs)
    {
        statuses = Words("subscription");
        churns = Words("churn");
        status = schema["status"];
        churn = schema[InputNames.Churn];
        interval = schema[InputNames.Interval];
        intervalCount = schema[InputNames.IntervalCount];
        quantity = schema[InputNames.Quantity];
        unitPrice = schema[InputNames.UnitPrice];
        discount = schema[InputNames.Discount];
        discountPercent = schema[InputNames.DiscountPercent];
        tax = schema[InputNames.Tax];
        mrr = schema[InputNames.Mrr];
        isTrial = schema[InputNames.IsTrial];
    }

    protected override string? Derive(FactRecord record, ref InputField? at)
    {
        SetAmount(record);
        var left = churns.Find(Inputs.Text(churn));
        if (left is not null)
            record.Set(SubscriptionFields.Churned, left == "yes");
        var meaning = statuses.Find(Inputs.Text(status))
            ?? (Inputs.Flag(isTrial) == true ? "trial" : left == "yes" || record.Has(SubscriptionFields.Ended) ? "cancelled" : "active");
        record.Set(SubscriptionFields.Status, meaning switch
        {
            "active" => "active"u8,
            "trial" => "trial"u8,
            "past-due" => "past-due"u8,
            "unpaid" => "unpaid"u8,
            _ => "cancelled"u8,
        });
        if (left is null && Mapping.Maps("status") && !Mapping.Maps("started") && !Mapping.Maps("ended") && !Mapping.Maps("cancelled"))
            record.Set(SubscriptionFields.Churned, meaning == "cancelled");
        return null;
    }

    private void SetAmount(FactRecord record)
    {
        if (Inputs.Number(mrr) is { } monthly)
        {
            record.Set(SubscriptionFields.Amount, monthly);
            record.Set(SubscriptionFields.IntervalMonths, 1m);
            return;
        }

        if (!record.Has(SubscriptionFields.Amount) && Inputs.Number(unitPrice) is { } price)
            record.Set(SubscriptionFields.Amount, price * (Inputs.Number(quantity) ?? 1m));
        if (record.Has(SubscriptionFields.Amount))
        {
            var amount = record.GetNumber(SubscriptionFields.Amount);
            amount -= Inputs.Number(discount) ?? 0m;
            if (Inputs.Number(discountPercent) is { } percent)
                amount -= amount * percent / 100m;
            amount -= Inputs.Number(tax) ?? 0m;
            record.Set(SubscriptionFields.Amount, amount);
        }

        if (!record.Has(SubscriptionFields.IntervalMonths))
        {
            var months = IntervalText.Months(Inputs.Text(interval)) * (Inputs.Number(intervalCount) ?? 1m);
            if (months is > 0m)
                record.Set(SubscriptionFields.IntervalMonths, months.Value);
            else if (Mapping.AnnualAmount)
                record.Set(SubscriptionFields.IntervalMonths, 12m);
            else
                record.Set(SubscriptionFields.IntervalMonths, 1m);
        }
    }
}
