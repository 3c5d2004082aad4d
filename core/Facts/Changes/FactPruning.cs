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
        var files = FactManifest.Parse(entry.Value).Files;
        foreach (var ofType in told.GroupBy(one => one.Record.Type))
        {
            if (!files.TryGetValue(ofType.Key, out var file))
                continue;
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
