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
        if (!record.Has(SaleFields.Amount))
        {
            SetAmount(record);
        }
        else if (IncludesTax(record))
        {
            record.Set(SaleFields.AmountWithTax, record.GetNumber(SaleFields.Amount));
            record.Set(SaleFields.Amount, record.GetNumber(SaleFields.Amount) - Inputs.Number(tax)!.Value);
        }

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

    // A column called "total" beside quantity, price and tax: their sum shows whether it includes the tax.
    private bool IncludesTax(FactRecord record)
    {
        if (Inputs.Number(withTax) is not null || Inputs.Number(tax) is not { } added || added == 0m || Inputs.Number(unitPrice) is not { } price || Inputs.Number(quantity) is not { } count)
            return false;
        var net = (price * count) - (Inputs.Number(discount) ?? 0m);
        var total = record.GetNumber(SaleFields.Amount);
        return Math.Abs(total - net - added) <= 0.02m && Math.Abs(total - net) > 0.02m;
    }

    private void SetAmount(FactRecord record)
    {
        if (Inputs.Number(unitPrice) is { } price)
            record.Set(SaleFields.Amount, (price * (Inputs.Number(quantity) ?? 1m)) - (Inputs.Number(discount) ?? 0m));
        else if (Inputs.Number(withTax) is { } gross)
            record.Set(SaleFields.Amount, gross - (Inputs.Number(tax) ?? 0m));
    }
}
