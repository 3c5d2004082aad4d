namespace OpsAutomation.Facts.Changes;

/// <summary>
/// Payments that events tell of by something else than their own id, such as a paid invoice that names no charge. Each counts until the payment itself is
/// known, by an export or an event: succeeded, of the same amount and currency, within two days, and of no other customer.
/// </summary>
internal sealed class StandIns
{
    private const int NearDays = 2;
    private readonly Dictionary<decimal, List<FactRecord>> byAmount = [];

    /// <summary>Takes what events told of such payments.</summary>
    /// <param name="told">What events told; others than stand-ins are left out.</param>
    /// <param name="create">Makes a record of it; false where that is not enough for it to count.</param>
    public StandIns(IEnumerable<ChangedRecord> told, Func<FactRecord, ChangedRecord, bool> create)
    {
        foreach (var one in told.Where(one => one.IsStandIn).OrderBy(one => one.Key))
        {
            var record = new FactRecord(PaymentFields.Schema);
            if (!create(record, one))
                continue;
            var amount = record.GetNumber(PaymentFields.Amount);
            if (!byAmount.TryGetValue(amount, out var same))
                byAmount.Add(amount, same = []);
            same.Add(record);
        }
    }

    /// <summary>Those whose payment nobody has told of.</summary>
    public IEnumerable<FactRecord> Left => byAmount.Values.SelectMany(same => same);

    /// <summary>Looks whether one of them stands for a payment that is known.</summary>
    public void Meet(FactRecord payment)
    {
        if (payment.State != RecordState.None || !payment.Has(PaymentFields.Amount) || !byAmount.TryGetValue(payment.GetNumber(PaymentFields.Amount), out var same))
            return;
        var twin = same.FindIndex(record => IsTwin(record, payment));
        if (twin >= 0)
            same.RemoveAt(twin);
    }

    private static bool IsTwin(FactRecord record, FactRecord payment)
    {
        if (!payment.Has(PaymentFields.Date) || !payment.GetUtf8(PaymentFields.Status).SequenceEqual("succeeded"u8))
            return false;
        if (Math.Abs(payment.GetDayNumber(PaymentFields.Date) - record.GetDayNumber(PaymentFields.Date)) > NearDays)
            return false;
        if (payment.Has(PaymentFields.Currency) && !payment.GetUtf8(PaymentFields.Currency).SequenceEqual(record.GetUtf8(PaymentFields.Currency)))
            return false;
        // An export may name its customers by something else than their ids.
        var left = record.GetUtf8(PaymentFields.Customer);
        var right = payment.GetUtf8(PaymentFields.Customer);
        return !left.StartsWith("cus_"u8) || !right.StartsWith("cus_"u8) || left.SequenceEqual(right);
    }
}
