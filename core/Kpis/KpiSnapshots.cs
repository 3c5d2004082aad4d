using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Kpis;

/// <summary>
/// Keeps the figures that cannot be computed any more once later exports have overwritten what they rest on: stocks, and shares of
/// what stands. Each is kept for the last day of its period, whenever KPIs are computed for the last complete period of today.
/// </summary>
public sealed class KpiSnapshots(IStateStore state)
{
    private const string Collection = "kpi-snapshots";
    private const char Separator = '|';
    private const int Batch = 100;

    private static readonly HashSet<string> AlsoKept = new(
        [
            KpiIds.Coverage,
            KpiIds.ChurnRate,
            KpiIds.RevenueChurn,
            KpiIds.SopCoverage,
            KpiIds.MilestonesOnTime,
            KpiIds.CeoDependency,
        ],
        StringComparer.Ordinal);

    /// <summary>Reads what was kept for an engagement.</summary>
    public async Task<KpiHistory> LoadAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var history = new KpiHistory();
        await foreach (var entry in state.ListAsync(engagement, Collection, cancellationToken: cancellationToken))
        {
            var (kpi, day) = entry.Key.Id.Split(Separator) is [var id, var date] ? (id, LocalDatePattern.Iso.Parse(date)) : default;
            if (kpi is null || !day!.Success)
                continue;
            var kept = KpiSnapshotJson.Read(entry.Value);
            history.Add(kpi, day.Value, kept.Value, kept.Currency);
        }

        return history;
    }

    /// <summary>Everything that was kept, by KPI and day.</summary>
    public async IAsyncEnumerable<(string Kpi, LocalDate Day, decimal Value, string Currency)> ListAsync(
        EngagementId engagement, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in state.ListAsync(engagement, Collection, cancellationToken: cancellationToken))
        {
            if (entry.Key.Id.Split(Separator) is not [var kpi, var date] || LocalDatePattern.Iso.Parse(date) is not { Success: true } day)
                continue;
            var (value, currency) = KpiSnapshotJson.Read(entry.Value);
            yield return (kpi, day.Value, value, currency);
        }
    }

    /// <summary>
    /// Keeps the figures of an answer. An answer about days that were named, or about another day than today, keeps nothing; nor do
    /// figures that were entered or that come from a snapshot themselves.
    /// </summary>
    /// <returns>How many were kept.</returns>
    public async Task<int> KeepAsync(
        EngagementId engagement, KpiRequest request, IReadOnlyList<KpiResult> kpis, CancellationToken cancellationToken = default)
    {
        if (request.From is not null || request.Today is { } today && today != request.At)
            return 0;
        var changes = kpis
            .Where(kpi => kpi is { Value: not null, Entered: false, FromSnapshot: false } && (kpi.Nature == KpiNature.Stock || AlsoKept.Contains(kpi.Id)))
            .Select(kpi => StateChange.Put(
                new(Collection, kpi.Id + Separator + LocalDatePattern.Iso.Format(kpi.Period.To)),
                KpiSnapshotJson.Write(kpi.Value!.Value, kpi.Currency ?? "")))
            .ToList();
        foreach (var batch in changes.Chunk(Batch))
            await state.CommitAsync(engagement, batch, cancellationToken);
        return changes.Count;
    }
}
