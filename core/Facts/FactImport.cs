using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Ports;
using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Facts;

/// <summary>
/// One attempt to bring records into the store: segments are written, merged with the stored files, and the manifest and the ledger change in
/// one commit. Whatever fails before leaves only blobs that nothing names, which a later import sweeps.
/// </summary>
internal sealed class FactImport
{
    private readonly IBlobStore blobs;
    private readonly IStateStore state;
    private readonly EngagementId engagement;
    private readonly FactManifest manifest;
    private readonly StateEntry? read;
    private readonly SortedDictionary<FactType, IncomingFacts> incoming = [];

    private FactImport(IBlobStore blobs, IStateStore state, EngagementId engagement, StateEntry? read, FactManifest manifest, ImportStamp stamp)
    {
        this.blobs = blobs;
        this.state = state;
        this.engagement = engagement;
        this.read = read;
        this.manifest = manifest;
        Stamp = stamp;
    }

    /// <summary>What all records of the import have in common.</summary>
    public ImportStamp Stamp { get; }

    /// <summary>What the import brings, by fact type.</summary>
    public IReadOnlyDictionary<FactType, IncomingFacts> Incoming => incoming;

    /// <summary>Starts an attempt on the facts as they are now.</summary>
    /// <param name="blobs">Where facts are kept.</param>
    /// <param name="state">Where manifest and ledger are kept.</param>
    /// <param name="engagement">Whose facts they are.</param>
    /// <param name="stamp">Gives the stamp of the import by its number.</param>
    /// <param name="now">The moment of the import.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<FactImport> BeginAsync(
        IBlobStore blobs, IStateStore state, EngagementId engagement, Func<int, ImportStamp> stamp, Instant now, CancellationToken cancellationToken)
    {
        var found = await state.FindAsync(engagement, FactManifest.Key, cancellationToken);
        var current = found is null ? FactManifest.Empty : FactManifest.Parse(found.Value);
        await FactSweep.RunAsync(blobs, engagement, current, now, cancellationToken);
        return new FactImport(blobs, state, engagement, found, current, stamp(current.LastImport + 1));
    }

    /// <summary>What the import brings of one type.</summary>
    public IncomingFacts Of(FactType type)
    {
        if (!incoming.TryGetValue(type, out var facts))
            incoming.Add(type, facts = new IncomingFacts(type, Stamp, manifest.Files.ContainsKey(type)));
        return facts;
    }

    /// <summary>Writes the records of one table.</summary>
    /// <param name="facts">Their type.</param>
    /// <param name="keys">The keys of their namespace.</param>
    /// <param name="fill">Adds them in the order of their rows; flushes when asked to.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="people">The people to forget, or null.</param>
    public async Task WriteSegmentAsync(
        IncomingFacts facts, FactKeys keys, Func<FactSegmentWriter, CancellationToken, Task> fill, CancellationToken cancellationToken, ErasedPeople? people = null)
    {
        var path = Stamp.PathOf(facts.Schema.Type, $"{facts.Segments.Count + 1}");
        var records = 0L;
        await blobs.WriteAsync(engagement, path, WriteAsync, cancellationToken);
        facts.Segments.Add(new FactFileEntry(path, records));

        async Task WriteAsync(Stream stream, CancellationToken token)
        {
            var writer = new FactFileWriter(stream, facts.Schema);
            await fill(new FactSegmentWriter(writer, facts, keys, people), token);
            await writer.CompleteAsync(token);
            records = writer.Records;
        }
    }

    /// <summary>Merges what was written with what is stored, and counts.</summary>
    /// <param name="rejected">The rows of each type that could not be used.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<MergedFacts> MergeAsync(IReadOnlyDictionary<FactType, int> rejected, CancellationToken cancellationToken)
    {
        var files = new Dictionary<FactType, FactFileEntry>(manifest.Files);
        var full = new Dictionary<uint, long>(manifest.Full);
        var counts = new List<FactCount>();
        foreach (var (type, facts) in incoming)
        {
            var merge = new FactMerge(blobs, state, engagement, facts, manifest);
            if (await merge.RunAsync(cancellationToken) is { } file)
                files[type] = file;
            var bad = rejected.GetValueOrDefault(type);
            counts.Add(new FactCount(
                type, facts.Rows + bad, facts.Rows - merge.Superseded, bad, merge.Superseded, facts.Coverage.FirstDay, facts.Coverage.LastDay));
            if (!Stamp.Full)
                continue;
            foreach (var scope in facts.Scopes)
                full[scope] = Math.Max(full.GetValueOrDefault(scope, long.MinValue), Stamp.Version);
        }

        return new MergedFacts(new FactManifest(Stamp.Number, files, full), counts);
    }

    /// <summary>Makes the merged facts and the ledger's line take effect together.</summary>
    /// <exception cref="StateConflictException">Another import came first: begin again.</exception>
    public async Task CommitAsync(MergedFacts merged, ImportEntry entry, CancellationToken cancellationToken, StateChange? also = null)
    {
        var text = merged.Manifest.ToJson();
        await state.CommitAsync(
            engagement,
            [
                read is null ? StateChange.Insert(FactManifest.Key, text) : StateChange.Replace(read, text),
                StateChange.Insert(ImportEntry.KeyOf(Stamp.Number), entry.ToJson()),
                .. also is null ? (StateChange[])[] : [also],
            ],
            cancellationToken);
    }
}
