using System.Text.Json;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>
/// Writes fact files anew without an erased person. Keys stay: they are hashes, and an export that holds the record again is merged into it. Ledger entries
/// are left: the law has them kept.
/// </summary>
internal sealed class FactEraser(IBlobStore blobs, IStateStore state)
{
    private const string Replaced = "erasure-replaced";
    private const int Attempts = 5;

    /// <summary>Frees all facts of an engagement; the counts are noted with the manifest's change.</summary>
    /// <returns>How many ledger lines name the person and were left.</returns>
    public async Task<int> RunAsync(EngagementId engagement, ErasedPerson person, ErasedPeople people, SubjectKeys keys, bool isDry, Action<string, int> found, CancellationToken cancellationToken)
    {
        var left = 0;
        if (!isDry)
            await TurnBackImportsAsync(engagement, cancellationToken).ConfigureAwait(false);
        foreach (var type in Enum.GetValues<FactType>())
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    left += await RunAsync(engagement, person, people, keys, type, isDry, found, cancellationToken).ConfigureAwait(false);
                    break;
                }
                catch (StateConflictException) when (attempt < Attempts)
                {
                    // An import came first: its facts are looked at.
                }
            }
        }

        return left;
    }

    // One that began before it could know whom to forget finds another manifest, and begins again.
    private async Task TurnBackImportsAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await state.FindAsync(engagement, FactManifest.Key, cancellationToken).ConfigureAwait(false) is not { } entry)
                return;
            try
            {
                await state.CommitAsync(engagement, [StateChange.Replace(entry, entry.Value)], cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (StateConflictException) when (attempt < Attempts)
            {
                // An import came first: its facts are looked at.
            }
        }
    }

    private async Task<int> RunAsync(EngagementId engagement, ErasedPerson person, ErasedPeople people, SubjectKeys keys, FactType type, bool isDry, Action<string, int> found, CancellationToken cancellationToken)
    {
        if (await state.FindAsync(engagement, FactManifest.Key, cancellationToken).ConfigureAwait(false) is not { } entry)
            return 0;
        var manifest = FactManifest.Parse(entry.Value);
        if (manifest.Files.GetValueOrDefault(type) is not { } file)
            return 0;
        var count = await CountAsync(engagement, person, people, keys, type, file.Path, cancellationToken).ConfigureAwait(false);
        if (count == 0 || type == FactType.LedgerEntry)
            return count;
        found(type.ToString(), count);
        if (isDry)
            return 0;
        var path = PathOf(file.Path, person);
        await blobs.WriteAsync(engagement, path, (stream, token) => CopyAsync(engagement, person, people, keys, type, file.Path, stream, token), cancellationToken).ConfigureAwait(false);
        var files = new Dictionary<FactType, FactFileEntry>(manifest.Files) { [type] = file with { Path = path } };
        await state.CommitAsync(
            engagement,
            [
                StateChange.Replace(entry, (manifest with { Files = files }).ToJson()),
                StateChange.Put(new(Replaced, $"{type}/{path}"), JsonText.Write(json => json.WriteStringValue(file.Path))),
                ErasureStore.Dealt(person, "facts", type.ToString(), count),
            ],
            cancellationToken).ConfigureAwait(false);
        return 0;
    }

    /// <summary>Removes the files that were current before, those of a run that was stopped too, and what killed imports have left.</summary>
    public async Task SweepAsync(EngagementId engagement, Instant now, CancellationToken cancellationToken)
    {
        var replaced = new List<StateEntry>();
        await foreach (var entry in state.ListAsync(engagement, Replaced, "", cancellationToken).ConfigureAwait(false))
            replaced.Add(entry);
        foreach (var entry in replaced)
        {
            using var document = JsonDocument.Parse(entry.Value);
            await blobs.DeleteAsync(engagement, document.RootElement.GetString()!, cancellationToken).ConfigureAwait(false);
            await state.CommitAsync(engagement, [StateChange.Remove(entry.Key)], cancellationToken).ConfigureAwait(false);
        }

        if (await state.FindAsync(engagement, FactManifest.Key, cancellationToken).ConfigureAwait(false) is { } manifest)
            await FactSweep.RunAsync(blobs, engagement, FactManifest.Parse(manifest.Value), now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> CountAsync(EngagementId engagement, ErasedPerson person, ErasedPeople people, SubjectKeys keys, FactType type, string path, CancellationToken cancellationToken)
    {
        using var reader = await OpenAsync(engagement, type, path, cancellationToken).ConfigureAwait(false);
        var fields = new PersonFields(people);
        var count = 0;
        while (reader.Read())
            count += fields.Edit(reader.Current, keys.Has(type, reader.Current.Key) ? person : null) ? 1 : 0;
        return count;
    }

    private async Task CopyAsync(EngagementId engagement, ErasedPerson person, ErasedPeople people, SubjectKeys keys, FactType type, string path, Stream target, CancellationToken cancellationToken)
    {
        using var reader = await OpenAsync(engagement, type, path, cancellationToken).ConfigureAwait(false);
        var writer = new FactFileWriter(target, FactSchema.Of(type));
        var fields = new PersonFields(people);
        var values = Array.Empty<byte>();
        while (reader.Read())
        {
            // Placeholders of absorbed records hold nothing, and are encoded as they were.
            if (!fields.Edit(reader.Current, keys.Has(type, reader.Current.Key) ? person : null) && reader.CopiesAsIs)
            {
                writer.Append(reader.Origin, reader.Values);
            }
            else
            {
                if (values.Length < FactEncoding.MaxLength(reader.Current))
                    values = new byte[FactEncoding.MaxLength(reader.Current) * 2];
                writer.Append(reader.Origin, values.AsSpan(0, FactEncoding.Write(reader.Current, values)));
            }

            if (writer.IsBlockFull)
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<FactFileReader> OpenAsync(EngagementId engagement, FactType type, string path, CancellationToken cancellationToken)
    {
        var loss = new FactLoss(state, engagement, type, path);
        return new(await blobs.OpenReadAsync(engagement, path, cancellationToken).ConfigureAwait(false) ?? throw loss.Missing(), path, FactSchema.Of(type), loss: loss);
    }

    // A name of its own, the same when the run begins again.
    private static string PathOf(string path, ErasedPerson person)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var name = path[folder.Length..];
        var stem = name.EndsWith(".facts", StringComparison.Ordinal) ? name[..^6] : name;
        return $"{folder}{(stem.Length > 120 ? stem[..120] : stem)}-{person.Id[..6]}.facts";
    }
}
