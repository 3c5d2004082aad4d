using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Documents.Hygiene;

/// <summary>Counts the defects of deals.</summary>
internal sealed class DealDefects(LocalDate today, int staleAfterDays)
{
    /// <summary>The fields that are looked at.</summary>
    public static IReadOnlySet<FactField> Fields { get; } = new HashSet<FactField>
    {
        DealFields.Status, DealFields.Amount, DealFields.Closed, DealFields.Owner, DealFields.LastActivity, DealFields.Name, DealFields.Company, DealFields.LossReason,
        DealFields.Created,
    };

    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private readonly int day = Period.DaysBetween(Epoch, today);
    private readonly Dictionary<UInt128, int> names = [];
    private int noAmount, noCloseDate, pastCloseDate, noOwner, stale, noReason;

    // A column that no export has is no defect of any record.
    private bool someAmount, someOwner, someActivity, someReason;

    /// <summary>All deals.</summary>
    public int All { get; private set; }

    /// <summary>Those that are open.</summary>
    public int Open { get; private set; }

    /// <summary>Those that were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>Looks at a deal.</summary>
    public void Add(FactRecord deal)
    {
        if (deal.State != RecordState.None)
            return;
        All++;
        someAmount |= deal.Has(DealFields.Amount);
        someOwner |= deal.Has(DealFields.Owner);
        someActivity |= deal.Has(DealFields.LastActivity);
        someReason |= deal.Has(DealFields.LossReason);
        var status = deal.GetUtf8(DealFields.Status);
        if (status.SequenceEqual("lost"u8))
        {
            Lost++;
            noReason += deal.Has(DealFields.LossReason) ? 0 : 1;
        }
        else if (!status.SequenceEqual("won"u8))
        {
            AddOpen(deal);
        }
    }

    /// <summary>What was found.</summary>
    public IEnumerable<CrmDefectCount> Counts()
    {
        if (someAmount)
            yield return new(CrmDefect.NoAmount, noAmount, Open);
        yield return new(CrmDefect.NoCloseDate, noCloseDate, Open);
        yield return new(CrmDefect.PastCloseDate, pastCloseDate, Open);
        if (someOwner)
            yield return new(CrmDefect.NoOwner, noOwner, Open);
        if (someActivity)
            yield return new(CrmDefect.Stale, stale, Open);
        yield return new(CrmDefect.SameName, names.Values.Where(count => count > 1).Sum(), Open);
        if (someReason)
            yield return new(CrmDefect.NoLossReason, noReason, Lost);
    }

    private void AddOpen(FactRecord deal)
    {
        Open++;
        noAmount += deal.Has(DealFields.Amount) ? 0 : 1;
        noOwner += deal.Has(DealFields.Owner) ? 0 : 1;
        if (!deal.Has(DealFields.Closed))
            noCloseDate++;
        else if (deal.GetDayNumber(DealFields.Closed) < day)
            pastCloseDate++;
        // A deal that nobody ever worked on is as old as itself.
        var last = deal.Has(DealFields.LastActivity) ? deal.GetDayNumber(DealFields.LastActivity)
            : deal.Has(DealFields.Created) ? deal.GetDayNumber(DealFields.Created) : day;
        if (day - last >= staleAfterDays)
            stale++;
        if (!deal.Has(DealFields.Name))
            return;
        var hash = new XxHash128();
        hash.Append(Folded(deal.GetUtf8(DealFields.Name)));
        hash.Append("\n"u8);
        hash.Append(Folded(deal.GetUtf8(DealFields.Company)));
        CollectionsMarshal.GetValueRefOrAddDefault(names, hash.GetCurrentHashAsUInt128(), out _)++;
    }

    // As people compare names: the case and spaces around do not matter.
    private static ReadOnlySpan<byte> Folded(ReadOnlySpan<byte> name) =>
        MemoryMarshal.AsBytes(Encoding.UTF8.GetString(name).Trim().ToLowerInvariant().AsSpan());
}
