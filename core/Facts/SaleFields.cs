namespace OpsAutomation.Facts;

/// <summary>An order or invoice line.</summary>
public static class SaleFields
{
    /// <summary>The schema.</summary>
    public static FactSchema Schema { get; } = new(FactType.Sale);

    /// <summary>The line's id.</summary>
    public static readonly FactField Id = Schema.Text("id");

    /// <summary>The order's or invoice's number.</summary>
    public static readonly FactField Document = Schema.Text("document");

    /// <summary>The order's or invoice's date.</summary>
    public static readonly FactField Date = Schema.Time("date");

    /// <summary>The customer's name or id.</summary>
    public static readonly FactField Customer = Schema.Text("customer");

    /// <summary>What was sold.</summary>
    public static readonly FactField Item = Schema.Text("item");

    /// <summary>Money, net of tax where the export gives both.</summary>
    public static readonly FactField Amount = Schema.Number("amount");

    /// <summary>Money still unpaid.</summary>
    public static readonly FactField AmountDue = Schema.Number("amountDue");

    /// <summary>ISO 4217; absent means the engagement's.</summary>
    public static readonly FactField Currency = Schema.Text("currency");

    /// <summary>When it is to be paid.</summary>
    public static readonly FactField Due = Schema.Time("due");

    /// <summary>When it was paid.</summary>
    public static readonly FactField Paid = Schema.Time("paid");

    /// <summary><c>open</c>, <c>paid</c> or <c>void</c>.</summary>
    public static readonly FactField Status = Schema.Text("status");

    /// <summary>When the vendor last changed the record.</summary>
    public static readonly FactField Modified = Schema.Time("modified");

    /// <summary>Money, tax included, where the export gives it: what is owed, while <see cref="Amount"/> is what was sold.</summary>
    public static readonly FactField AmountWithTax = Schema.Number("amountWithTax");
}
