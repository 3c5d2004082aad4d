namespace OpsAutomation.Facts;

/// <summary>A deal: its amount is in the currency beside it, already converted where the export had a converted column.</summary>
public static class DealFields
{
    /// <summary>The schema.</summary>
    public static FactSchema Schema { get; } = new(FactType.Deal);

    /// <summary>The vendor's id.</summary>
    public static readonly FactField Id = Schema.Text("id");

    /// <summary>What the deal is called.</summary>
    public static readonly FactField Name = Schema.Text("name");

    /// <summary><c>open</c>, <c>won</c> or <c>lost</c>.</summary>
    public static readonly FactField Status = Schema.Text("status");

    /// <summary>The vendor's stage as written.</summary>
    public static readonly FactField Stage = Schema.Text("stage");

    /// <summary>The vendor's pipeline as written.</summary>
    public static readonly FactField Pipeline = Schema.Text("pipeline");

    /// <summary>Money.</summary>
    public static readonly FactField Amount = Schema.Number("amount");

    /// <summary>ISO 4217, upper case; absent means the engagement's.</summary>
    public static readonly FactField Currency = Schema.Text("currency");

    /// <summary>Percent, 0 to 100.</summary>
    public static readonly FactField Probability = Schema.Number("probability");

    /// <summary>Created, or engaged where the export has no creation.</summary>
    public static readonly FactField Created = Schema.Time("created");

    /// <summary>The close date: of an open deal an expectation, not a closing.</summary>
    public static readonly FactField Closed = Schema.Time("closed");

    /// <summary>The last activity with the customer.</summary>
    public static readonly FactField LastActivity = Schema.Time("lastActivity");

    /// <summary>When the vendor last changed the record.</summary>
    public static readonly FactField Modified = Schema.Time("modified");

    /// <summary>The person responsible.</summary>
    public static readonly FactField Owner = Schema.Text("owner");

    /// <summary>The customer's name or id.</summary>
    public static readonly FactField Company = Schema.Text("company");

    /// <summary>Why it was lost, as written.</summary>
    public static readonly FactField LossReason = Schema.Text("lossReason");

    /// <summary>Where the lead came from, as written.</summary>
    public static readonly FactField Source = Schema.Text("source");
}
