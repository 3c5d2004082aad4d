using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;

namespace OpsAutomation.Kpis.Deals;

/// <summary>The deal under the cursor, read once for all KPIs.</summary>
internal readonly ref struct DealView
{
    /// <summary>Stands for a day that is not known.</summary>
    public const int Unknown = int.MinValue;

    /// <summary>Reads a record.</summary>
    public DealView(FactRecord record, CurrencyTable currencies)
    {
        Record = record;
        var status = record.GetUtf8(DealFields.Status);
        Status = status.SequenceEqual("won"u8) ? DealStatus.Won : status.SequenceEqual("lost"u8) ? DealStatus.Lost : DealStatus.Open;
        if (record.Has(DealFields.Created))
            (Created, CreatedMillisecond) = (record.GetDayNumber(DealFields.Created), record.GetMillisecondOfDay(DealFields.Created));
        if (record.Has(DealFields.Closed))
            (Closed, ClosedMillisecond) = (record.GetDayNumber(DealFields.Closed), record.GetMillisecondOfDay(DealFields.Closed));
        HasAmount = record.Has(DealFields.Amount);
        Amount = record.GetNumber(DealFields.Amount);
        Currency = currencies.IndexOf(record.GetUtf8(DealFields.Currency));
    }

    /// <summary>The record itself.</summary>
    public FactRecord Record { get; }

    /// <summary>Where it stands.</summary>
    public DealStatus Status { get; }

    /// <summary>The day of its creation.</summary>
    public int Created { get; } = Unknown;

    /// <summary>The day of its closing; of an open deal the one expected.</summary>
    public int Closed { get; } = Unknown;

    /// <summary>The time of its creation, negative where only the day is known.</summary>
    public int CreatedMillisecond { get; }

    /// <summary>The time of its closing, negative where only the day is known.</summary>
    public int ClosedMillisecond { get; }

    /// <summary>Whether it has an amount.</summary>
    public bool HasAmount { get; }

    /// <summary>The amount.</summary>
    public decimal Amount { get; }

    /// <summary>The number of its currency.</summary>
    public int Currency { get; }

    /// <summary>
    /// The first day on which it was not open any more: the close date of a deal that was won or lost. One without a close date was
    /// never seen open, so it counts as closed from the start; one that is open still is open without end.
    /// </summary>
    public int OpenUntil => Status == DealStatus.Open ? int.MaxValue : Closed;

    /// <summary>The first day on which it was open; a deal without a creation date is open as far back as anybody asks, if it is open still.</summary>
    public int OpenFrom => Created != Unknown ? Created : Status == DealStatus.Open ? Unknown : int.MaxValue;
}
