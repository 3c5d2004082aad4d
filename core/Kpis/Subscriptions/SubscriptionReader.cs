using System.Runtime.InteropServices;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Subscriptions;

/// <summary>Reads subscriptions as spells.</summary>
internal sealed class SubscriptionReader(CurrencyTable currencies)
{
    private const int Always = int.MinValue;
    private const int Never = int.MaxValue;
    private readonly Dictionary<byte[], int> customers = new(Utf8Comparer.Instance);
    private int unnamed;

    /// <summary>Whether any subscription has a date to begin or end by: else the export is a snapshot.</summary>
    public bool AnyDate { get; private set; }

    /// <summary>Whether anything says which customers left.</summary>
    public bool AnyEnd { get; private set; }

    /// <summary>The subscription, or null for a trial that nothing is paid for yet.</summary>
    public SubscriptionSpell? Read(FactRecord record)
    {
        var status = record.GetUtf8(SubscriptionFields.Status);
        var started = DayOf(record, SubscriptionFields.Started);
        var trialEnd = DayOf(record, SubscriptionFields.TrialEnd);
        var ended = DayOf(record, SubscriptionFields.Ended);
        var cancelled = status.SequenceEqual("cancelled"u8);
        AnyDate |= (started ?? ended) is not null;
        AnyEnd |= record.Has(SubscriptionFields.Churned) || record.Has(SubscriptionFields.Status);
        if (status.SequenceEqual("trial"u8) && trialEnd is null)
            return null;

        // A cancellation may be asked for long before the end; only of a subscription that is over is its day the best one known.
        var over = cancelled || status.SequenceEqual("unpaid"u8) || record.FindFlag(SubscriptionFields.Churned) == true;
        var until = ended ?? (over ? DayOf(record, SubscriptionFields.Cancelled) ?? started ?? Always : Never);
        var interval = record.FindNumber(SubscriptionFields.IntervalMonths) is { } months && months > 0m ? months : 1m;
        return new(
            CustomerOf(record),
            Math.Max(started ?? Always, trialEnd ?? Always),
            until,
            record.GetNumber(SubscriptionFields.Amount) / interval,
            currencies.IndexOf(record.GetUtf8(SubscriptionFields.Currency)),
            record.Has(SubscriptionFields.Amount),
            status.SequenceEqual("past-due"u8),
            over,
            record.ValuesSince);
    }

    private static int? DayOf(FactRecord record, FactField field) => record.FindTime(field) is { } time ? DaySpan.DayOf(time.Date) : null;

    // A subscription without a customer is a customer of its own.
    private int CustomerOf(FactRecord record)
    {
        var name = record.GetUtf8(SubscriptionFields.Customer);
        if (name.IsEmpty)
            return --unnamed;
        var number = customers.Count;

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(customers.GetAlternateLookup<ReadOnlySpan<byte>>(), name, out var exists);
        if (!exists)
            known = number;
        return known;
    }
}
