using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Closing;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;
using OpsAutomation.Ports;

namespace OpsAutomation.Privacy;

/// <summary>
/// Removes, once a day, what an engagement no longer needs and its settings no longer let it keep. What still waits for anything stays, and so do ids and
/// hashes by which repetitions are known. Stopped anywhere, the next look goes on.
/// </summary>
public sealed class RetentionSweep(IBlobStore blobs, IStateStore state, TimeProvider time)
{
    private const string Collection = "retention";
    private static readonly StateKey Swept = new(Collection, "swept");

    private readonly OriginalsSweep originals = new(blobs, state);
    private readonly RecordsSweep records = new(blobs, state);
    private readonly ClosureStore closures = new(state);

    /// <summary>Sweeps an engagement unless that was done on its local day.</summary>
    /// <returns>How many things were removed, or null where it was done today.</returns>
    public async Task<int?> RunAsync(Engagement engagement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engagement);
        var now = time.GetUtcNow().ToInstant();
        var today = now.InZone(engagement.Zone).Date;
        if (await DayAsync(engagement.Id, Swept, cancellationToken).ConfigureAwait(false) >= today)
            return null;
        var settings = engagement.Retention;
        var removed = await originals.RunAsync(engagement.Id, now - Duration.FromDays(settings.Exports), now - Duration.FromDays(settings.DeadLetters), cancellationToken).ConfigureAwait(false);
        removed += await records.RunAsync(engagement.Id, settings, now, cancellationToken).ConfigureAwait(false);
        removed += await state.SweepAsync(engagement.Id, now - Duration.FromDays(1), cancellationToken).ConfigureAwait(false);
        removed += await AfterCloseAsync(engagement, today, cancellationToken).ConfigureAwait(false);
        await KeepAsync(engagement.Id, Swept, today, cancellationToken).ConfigureAwait(false);
        return removed;
    }

    private async Task<int> AfterCloseAsync(Engagement engagement, LocalDate today, CancellationToken cancellationToken)
    {
        if (engagement.State != EngagementState.Closed)
        {
            if (await closures.FindAsync(engagement.Id, cancellationToken).ConfigureAwait(false) is not null)
                await closures.RemoveAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
            return 0;
        }

        var closure = await closures.NoteAsync(engagement.Id, new(today), cancellationToken: cancellationToken).ConfigureAwait(false);
        if (engagement.Retention.FactsAfterClose is not { } days || closure.Day.PlusDays(days) > today)
            return 0;
        // The manifest goes first: without it no file is a fact any more, and the next look removes those that a crash left.
        if (await state.FindAsync(engagement.Id, FactManifest.Key, cancellationToken).ConfigureAwait(false) is { } entry && FactManifest.Parse(entry.Value) is { Files.Count: > 0 } manifest)
        {
            var empty = FactManifest.Empty with { LastImport = manifest.LastImport };
            await state.CommitAsync(engagement.Id, [StateChange.Replace(entry, empty.ToJson())], cancellationToken).ConfigureAwait(false);
        }

        var removed = await originals.RemoveAllAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        await foreach (var blob in blobs.ListAsync(engagement.Id, FactStore.Folder, cancellationToken).ConfigureAwait(false))
        {
            await blobs.DeleteAsync(engagement.Id, blob.Path, cancellationToken).ConfigureAwait(false);
            removed++;
        }

        return removed + await state.RemoveAllAsync(engagement.Id, FactChanges.Collection, "", cancellationToken).ConfigureAwait(false);
    }

    private async Task<LocalDate?> DayAsync(EngagementId engagement, StateKey key, CancellationToken cancellationToken)
    {
        if (await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false) is not { } entry)
            return null;
        using var document = JsonDocument.Parse(entry.Value);
        return LocalDatePattern.Iso.Parse(document.RootElement.GetString()!).Value;
    }

    private Task KeepAsync(EngagementId engagement, StateKey key, LocalDate day, CancellationToken cancellationToken) =>
        state.CommitAsync(engagement, [StateChange.Put(key, $"\"{LocalDatePattern.Iso.Format(day)}\"")], cancellationToken);
}
