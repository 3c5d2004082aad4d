using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>A sale's amount, net of tax: its own column, else quantity times price less the discount, else the amount with tax less the tax.</summary>
internal sealed class SaleCompletion : FactCompletion
{
    private readonly WordList words;
    private readonly InputField status;
    private readonly InputField quantity;
    private readonly InputField unitPrice;
    private readonly InputField discount;
    private readonly InputField withTax;
    private readonly InputField tax;
    private readonly InputField paidAmount;

    internal SaleCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs)
        : base(mapping, schema, inputs)
    {
        words = Words("sale");
        status = schema["status"];
        quantity = schema[InputNames.Quantity];
        unitPrice = schema[InputNames.UnitPrice];
        discount = schema[InputNames.Discount];
        withTax = schema[InputNames.AmountWithTax];
        tax = schema[InputNames.Tax];
        paidAmount = schema[InputNames.AmountPaid];
    }

    protected override string? Derive(FactRecord record, ref InputField? at)
    {
        if (!record.Has(SaleFields.Amount) && AmountOf() is { } amount)
            record.Set(SaleFields.Amount, amount);
        var meaning = words.Find(Inputs.Text(status));
        var total = Inputs.Number(withTax) ?? (record.Has(SaleFields.Amount) ? record.GetNumber(SaleFields.Amount) : null);
        if (!record.Has(SaleFields.AmountDue) && Inputs.Number(paidAmount) is { } paid && total is { } owed)
            record.Set(SaleFields.AmountDue, owed - paid);
        if (meaning is null)
        {
            if (record.Has(SaleFields.Paid) || (record.Has(SaleFields.AmountDue) && record.GetNumber(SaleFields.AmountDue) <= 0m))
                meaning = "paid";
            else if (record.Has(SaleFields.AmountDue) || Mapping.Maps("paid"))
                meaning = "open";
        }

        if (meaning is not null)
            record.Set(SaleFields.Status, meaning switch { "paid" => "paid"u8, "void" => "void"u8, _ => "open"u8 });
        return null;
    }

    private decimal? AmountOf()
    {
        if (Inputs.Number(unitPrice) is { } price)
            return (price * (Inputs.Number(quantity) ?? 1m)) - (Inputs.Number(discount) ?? 0m);
        return Inputs.Number(withTax) is { } gross ? gross - (Inputs.Number(tax) ?? 0m) : null;
    }
}
