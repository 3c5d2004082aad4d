using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Checklists;

/// <summary>The deals that were won of late, as exports and webhooks tell together: a deal that both tell of is one.</summary>
internal static class WonDeals
{
    // An export of years is no reason to welcome clients who have long been served.
    private const int OldestDays = 30;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private static readonly IReadOnlySet<FactField> Fields = new HashSet<FactField> { DealFields.Status, DealFields.Closed, DealFields.Name, DealFields.Company, DealFields.Modified };

    /// <summary>The deals, the earliest won first.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="first">The first day that counts.</param>
    /// <param name="today">The last day that counts.</param>
    public static IReadOnlyList<(UInt128 Key, LocalDate Day, string Name)> Read(IFactSource facts, LocalDate first, LocalDate today)
    {
        var from = LocalDate.Max(first, today.PlusDays(-OldestDays));
        var won = new List<(UInt128 Key, LocalDate Day, string Name)>();
        using var reader = facts.Open(FactType.Deal, Fields);
        while (reader?.Read() == true)
        {
            var deal = reader.Current;
            if (deal.State != RecordState.None || !deal.GetUtf8(DealFields.Status).SequenceEqual("won"u8))
                continue;
            var day = DayOf(deal);
            if (day >= from && day <= today)
                won.Add((deal.Key, day, deal.FindText(DealFields.Name) ?? deal.FindText(DealFields.Company) ?? ""));
        }

        return [.. won.OrderBy(deal => deal.Day).ThenBy(deal => deal.Key)];
    }

    // A webhook may tell of the stage before it tells of the date.
    private static LocalDate DayOf(FactRecord deal) =>
        deal.Has(DealFields.Closed) ? Epoch.PlusDays(deal.GetDayNumber(DealFields.Closed))
        : deal.Has(DealFields.Modified) ? Epoch.PlusDays(deal.GetDayNumber(DealFields.Modified))
        : Instant.FromUnixTimeMilliseconds(Math.Clamp(deal.Version, 0, 253_402_300_799_999)).InUtc().Date;
}
