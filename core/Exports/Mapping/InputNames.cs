namespace OpsAutomation.Exports.Mapping;

/// <summary>The names of the parts that are no field of a fact themselves.</summary>
public static class InputNames
{
    /// <summary>Whether the vendor deleted the record.</summary>
    public const string Deleted = "deleted";

    /// <summary>Whether the vendor archived the record.</summary>
    public const string Archived = "archived";

    /// <summary>Whether the list or project that holds the record is archived.</summary>
    public const string ParentArchived = "parentArchived";

    /// <summary>Ids that the record absorbed, separated by <c>;</c>.</summary>
    public const string Merged = "merged";

    /// <summary>The id of the record that absorbed this one.</summary>
    public const string MergedInto = "mergedInto";

    /// <summary>Whether a deal was won.</summary>
    public const string IsWon = "isWon";

    /// <summary>Whether a deal or ticket is closed.</summary>
    public const string IsClosed = "isClosed";

    /// <summary>When a deal was won.</summary>
    public const string WonOn = "wonOn";

    /// <summary>When a deal was lost.</summary>
    public const string LostOn = "lostOn";

    /// <summary>When an open deal is expected to close.</summary>
    public const string ExpectedClose = "expectedClose";

    /// <summary>How often a ticket was reopened.</summary>
    public const string ReopenCount = "reopenCount";

    /// <summary>Whether a task is done.</summary>
    public const string IsDone = "isDone";

    /// <summary>How many were sold or subscribed.</summary>
    public const string Quantity = "quantity";

    /// <summary>The price of one.</summary>
    public const string UnitPrice = "unitPrice";

    /// <summary>The amount, tax included.</summary>
    public const string AmountWithTax = "amountWithTax";

    /// <summary>The tax.</summary>
    public const string Tax = "tax";

    /// <summary>The discount, in money.</summary>
    public const string Discount = "discount";

    /// <summary>The discount, in percent.</summary>
    public const string DiscountPercent = "discountPercent";

    /// <summary>What was paid so far.</summary>
    public const string AmountPaid = "amountPaid";

    /// <summary>A payment's net of fees.</summary>
    public const string Net = "net";

    /// <summary>Whether a charge was captured.</summary>
    public const string Captured = "captured";

    /// <summary>The billing interval in words.</summary>
    public const string Interval = "interval";

    /// <summary>How many intervals a billing period has.</summary>
    public const string IntervalCount = "intervalCount";

    /// <summary>The amount a month.</summary>
    public const string Mrr = "mrr";

    /// <summary>Whether the customer left, in words.</summary>
    public const string Churn = "churn";

    /// <summary>Whether nothing is paid for yet.</summary>
    public const string IsTrial = "isTrial";

    /// <summary>An amount whose side is in another column, or that is signed.</summary>
    public const string Amount = "amount";

    /// <summary>Debit or credit.</summary>
    public const string Side = "side";

    /// <summary>A person's first name.</summary>
    public const string FirstName = "firstName";

    /// <summary>A person's last name.</summary>
    public const string LastName = "lastName";
}
