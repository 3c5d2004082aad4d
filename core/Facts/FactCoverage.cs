using NodaTime;

namespace OpsAutomation.Facts;

/// <summary>
/// The first and last day that records are about: days on which something happened, never an expectation such as an open deal's close date or
/// a due date.
/// </summary>
internal sealed class FactCoverage
{
    private readonly FactField[] always;
    private int first = int.MaxValue;
    private int last = int.MinValue;

    public FactCoverage(FactType type) => always = type switch
    {
        FactType.Deal => [DealFields.Created, DealFields.Modified, DealFields.LastActivity],
        FactType.Contact => [ContactFields.Created, ContactFields.BecameCustomer, ContactFields.Modified, ContactFields.LastActivity],
        FactType.Company => [CompanyFields.Created, CompanyFields.Modified, CompanyFields.LastActivity],
        FactType.Ticket => [TicketFields.Created, TicketFields.Closed, TicketFields.FirstResponse, TicketFields.Modified],
        FactType.Task => [TaskFields.Created, TaskFields.Completed, TaskFields.Modified],
        FactType.LedgerEntry => [LedgerEntryFields.Date],
        FactType.Sale => [SaleFields.Date, SaleFields.Paid, SaleFields.Modified],
        FactType.Payment => [PaymentFields.Date, PaymentFields.Modified],
        FactType.Subscription => [SubscriptionFields.Started, SubscriptionFields.Cancelled, SubscriptionFields.Modified],
        FactType.SurveyResponse => [SurveyResponseFields.Date],
        FactType.Reading => [ReadingFields.Date],
        _ => [],
    };

    /// <summary>The first day, or null where no record has any.</summary>
    public LocalDate? FirstDay => first == int.MaxValue ? null : StoredTime.Unpack(first);

    /// <summary>The last day, or null where no record has any.</summary>
    public LocalDate? LastDay => last == int.MinValue ? null : StoredTime.Unpack(last);

    /// <summary>Takes a record into account.</summary>
    public void Add(FactRecord record)
    {
        foreach (var field in always)
        {
            if (record.Has(field))
                Add(record.Times[field.Slot].Packed);
        }

        if (record.Schema.Type == FactType.Deal && record.Has(DealFields.Closed) && !record.GetUtf8(DealFields.Status).SequenceEqual("open"u8))
            Add(record.Times[DealFields.Closed.Slot].Packed);
    }

    private void Add(int day)
    {
        first = Math.Min(first, day);
        last = Math.Max(last, day);
    }
}
