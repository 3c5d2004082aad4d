using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Ports;

namespace OpsAutomation.Facts;

/// <summary>
/// Makes way for an export that is imported again because its fact file is lost: the file's name leaves the manifest, and the imports that filled it
/// no longer count as done, nor their days as covered, until each has come again.
/// </summary>
internal sealed class LostFacts(IBlobStore blobs, IStateStore state)
{
    // No choices are written like this, so that the file is not known when it comes again.
    private const string Forgotten = "lost";
    private const int MostChanges = 100;

    /// <summary>The paths of the files that are named and missing or damaged, by their fact types.</summary>
    public async Task<IReadOnlyDictionary<FactType, string>> FindAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        if (await state.FindAsync(engagement, FactManifest.Key, cancellationToken) is not { } entry)
            return new Dictionary<FactType, string>();
        var lost = new Dictionary<FactType, string>();
        foreach (var (type, file) in FactManifest.Parse(entry.Value).Files)
        {
            if (!await IsSoundAsync(engagement, type, file.Path, cancellationToken))
                lost[type] = file.Path;
        }

        return lost;
    }

    /// <summary>
    /// Forgets what is lost, but for a type whose file was replaced meanwhile. The manifest goes last: where this is cut off, the files are found
    /// to be lost again.
    /// </summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="files">The lost files, as <see cref="FindAsync"/> found them.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="StateConflictException">Another import came first.</exception>
    public async Task ForgetAsync(EngagementId engagement, IReadOnlyDictionary<FactType, string> files, CancellationToken cancellationToken)
    {
        if (await state.FindAsync(engagement, FactManifest.Key, cancellationToken) is not { } found)
            return;
        var manifest = FactManifest.Parse(found.Value);
        var lost = manifest.Files.Where(file => files.GetValueOrDefault(file.Key) == file.Value.Path).Select(file => file.Key).ToHashSet();
        if (lost.Count == 0)
            return;
        var changes = new List<StateChange>();
        await foreach (var stored in state.ListAsync(engagement, ImportEntry.Collection, "", cancellationToken))
        {
            var import = ImportEntry.Parse(stored.Value);
            if (!import.Source.Facts.Any(count => lost.Contains(count.Type)))
                continue;
            var source = import.Source with { Facts = [.. import.Source.Facts.Where(count => !lost.Contains(count.Type))] };
            changes.Add(StateChange.Replace(stored, (import with { Source = source, Options = Forgotten }).ToJson()));
        }

        var kept = manifest.Files.Where(file => !lost.Contains(file.Key)).ToDictionary(file => file.Key, file => file.Value);
        changes.Add(StateChange.Replace(found, (manifest with { Files = kept }).ToJson()));
        foreach (var part in changes.Chunk(MostChanges))
            await state.CommitAsync(engagement, part, cancellationToken);
    }

    private async Task<bool> IsSoundAsync(EngagementId engagement, FactType type, string path, CancellationToken cancellationToken)
    {
        if (await blobs.OpenReadAsync(engagement, path, cancellationToken) is not { } stream)
            return false;
        await using var closed = stream;
        try
        {
            using var reader = new FactFileReader(stream, path, FactSchema.Of(type));
            while (reader.Move())
                cancellationToken.ThrowIfCancellationRequested();
            return true;
        }
        catch (OpsException failure) when (failure.Data.Contains(FactFileReader.IsDamage))
        {
            return false;
        }
    }
}
