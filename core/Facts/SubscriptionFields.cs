namespace OpsAutomation.Facts;

/// <summary>A recurring contract.</summary>
public static class SubscriptionFields
{
    /// <summary>The schema.</summary>
    public static FactSchema Schema { get; } = new(FactType.Subscription);

    /// <summary>The vendor's id.</summary>
    public static readonly FactField Id = Schema.Text("id");

    /// <summary>The customer's id or name.</summary>
    public static readonly FactField Customer = Schema.Text("customer");

    /// <summary>What was subscribed.</summary>
    public static readonly FactField Plan = Schema.Text("plan");

    /// <summary><c>active</c>, <c>trial</c>, <c>past-due</c>, <c>cancelled</c> or <c>unpaid</c>.</summary>
    public static readonly FactField Status = Schema.Text("status");

    /// <summary>Money per interval, net of tax and discount, for the whole quantity.</summary>
    public static readonly FactField Amount = Schema.Number("amount");

    /// <summary>The interval in months: 12 for annual, 1 for monthly, 12/52 for weekly.</summary>
    public static readonly FactField IntervalMonths = Schema.Number("intervalMonths");

    /// <summary>ISO 4217, upper case; absent means the engagement's.</summary>
    public static readonly FactField Currency = Schema.Text("currency");

    /// <summary>The first day.</summary>
    public static readonly FactField Started = Schema.Time("started");

    /// <summary>When the trial ends.</summary>
    public static readonly FactField TrialEnd = Schema.Time("trialEnd");

    /// <summary>When the cancellation was asked for.</summary>
    public static readonly FactField Cancelled = Schema.Time("cancelled");

    /// <summary>The first day without it.</summary>
    public static readonly FactField Ended = Schema.Time("ended");

    /// <summary>Whether a snapshot without dates says that the customer left.</summary>
    public static readonly FactField Churned = Schema.Flag("churned");

    /// <summary>When the vendor last changed the record.</summary>
    public static readonly FactField Modified = Schema.Time("modified");
}
