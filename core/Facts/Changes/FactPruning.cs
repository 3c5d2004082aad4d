using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Facts.Changes;

/// <summary>
/// Drops what events told and an export has since told too. Facts read the same before and after: what is dropped is older than the record that
/// is stored. So it may be cut off anywhere, and what changes meanwhile is left for the next time.
/// </summary>
internal sealed class FactPruning(IBlobStore blobs, IStateStore state)
{
    /// <summary>Looks at the facts as they are stored now.</summary>
    /// <exception cref="OpsException">A fact file is missing, damaged or of a newer version.</exception>
    public async Task RunAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var told = await new FactChanges(state).ReadAsync(engagement, cancellationToken).ConfigureAwait(false);
        if (told.Count == 0 || await state.FindAsync(engagement, FactManifest.Key, cancellationToken).ConfigureAwait(false) is not { } entry)
            return;
        var manifest = FactManifest.Parse(entry.Value);
        foreach (var ofType in told.GroupBy(one => one.Record.Type))
        {
            if (!manifest.Files.TryGetValue(ofType.Key, out var file))
                continue;
            if (ofType.Any(one => one.Record.IsStandIn))
                await DropKnownAsync(engagement, [.. ofType.Where(one => one.Record.IsStandIn)], file.Path, manifest, cancellationToken).ConfigureAwait(false);
            foreach (var (record, read) in await MootAsync(engagement, ofType.Key, file.Path, ofType.ToDictionary(one => one.Record.Key), cancellationToken).ConfigureAwait(false))
                await DropAsync(engagement, record, read, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<(ChangedRecord Record, StateEntry Entry)>> MootAsync(
        EngagementId engagement, FactType type, string path, Dictionary<UInt128, (ChangedRecord Record, StateEntry Entry)> told, CancellationToken cancellationToken)
    {
        var moot = new List<(ChangedRecord, StateEntry)>();
        var loss = new FactLoss(state, engagement, type, path);
        var stream = await blobs.OpenReadAsync(engagement, path, cancellationToken).ConfigureAwait(false) ?? throw loss.Missing();
        using var reader = new FactFileReader(stream, path, FactSchema.Of(type), loss: loss);
        while (reader.Move())
        {
            if (told.TryGetValue(reader.Origin.Key, out var known) && known.Record.Prune(reader.Origin.Version, Math.Max(reader.Origin.Version, reader.Origin.Seen)))
                moot.Add(known);
        }

        return moot;
    }

    // What stood in for a payment that an export holds now.
    private async Task DropKnownAsync(
        EngagementId engagement, List<(ChangedRecord Record, StateEntry Entry)> told, string path, FactManifest manifest, CancellationToken cancellationToken)
    {
        var update = new RecordUpdate(FactType.Payment);
        var standIns = new StandIns(told.Select(one => one.Record), (record, one) =>
        {
            record.Key = one.Key;
            return update.Create(record, one, manifest.Full.GetValueOrDefault(one.Scope, long.MinValue));
        });
        var waiting = standIns.Left.Select(record => record.Key).ToHashSet();
        var loss = new FactLoss(state, engagement, FactType.Payment, path);
        var stream = await blobs.OpenReadAsync(engagement, path, cancellationToken).ConfigureAwait(false) ?? throw loss.Missing();
        using var reader = new FactFileReader(stream, path, PaymentFields.Schema, loss: loss);
        while (reader.Read())
            standIns.Meet(reader.Current);
        waiting.ExceptWith(standIns.Left.Select(record => record.Key));
        foreach (var (record, read) in told.Where(one => waiting.Contains(one.Record.Key)))
        {
            record.Prune(long.MaxValue, long.MaxValue);
            await DropAsync(engagement, record, read, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DropAsync(EngagementId engagement, ChangedRecord record, StateEntry read, CancellationToken cancellationToken)
    {
        try
        {
            await state.CommitAsync(engagement, [new StateChange(read.Key, record.IsEmpty ? null : ChangedRecordJson.Write(record), read.ETag)], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException)
        {
            // An event told of the record meanwhile.
        }
    }
}
