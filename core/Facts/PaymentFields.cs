namespace OpsAutomation.Facts;

/// <summary>Money received or given back.</summary>
public static class PaymentFields
{
    /// <summary>The schema.</summary>
    public static FactSchema Schema { get; } = new(FactType.Payment);

    /// <summary>The vendor's id.</summary>
    public static readonly FactField Id = Schema.Text("id");

    /// <summary>When it was made.</summary>
    public static readonly FactField Date = Schema.Time("date");

    /// <summary><c>charge</c>, <c>refund</c>, <c>payout</c>, <c>fee</c> or <c>other</c>.</summary>
    public static readonly FactField Kind = Schema.Text("kind");

    /// <summary><c>succeeded</c>, <c>failed</c> or <c>pending</c>.</summary>
    public static readonly FactField Status = Schema.Text("status");

    /// <summary>Money, converted where the export gives it; a refund row is negative.</summary>
    public static readonly FactField Amount = Schema.Number("amount");

    /// <summary>Money given back of this charge, positive.</summary>
    public static readonly FactField Refunded = Schema.Number("refunded");

    /// <summary>Money kept by the processor.</summary>
    public static readonly FactField Fee = Schema.Number("fee");

    /// <summary>ISO 4217, upper case; absent means the engagement's.</summary>
    public static readonly FactField Currency = Schema.Text("currency");

    /// <summary>The customer's name, address or id.</summary>
    public static readonly FactField Customer = Schema.Text("customer");

    /// <summary>When the vendor last changed the record.</summary>
    public static readonly FactField Modified = Schema.Time("modified");
}
