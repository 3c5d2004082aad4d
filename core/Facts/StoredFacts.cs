using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Facts.Changes;
using OpsAutomation.Ports;

namespace OpsAutomation.Facts;

/// <summary>The facts that one manifest names, with what events told since.</summary>
internal sealed class StoredFacts(
    IBlobStore blobs, IStateStore state, EngagementId engagement, FactManifest manifest, IReadOnlyList<ImportSource> imports, FactOverlay overlay) : IFactSource
{
    // Below, a second thread costs more than it saves.
    private const long ReadAheadFrom = 10_000;

    /// <inheritdoc/>
    public IReadOnlyList<ImportSource> Imports { get; } = imports;

    /// <inheritdoc/>
    public IFactReader? Open(FactType type) => Open(type, null);

    /// <inheritdoc/>
    IFactReader? IFactSource.Open(FactType type, IReadOnlySet<FactField> fields) => Open(type, fields);

    /// <inheritdoc/>
    public int CountAwaited(FactType type) => overlay.CountAwaited(type);

    private IFactReader? Open(FactType type, IReadOnlySet<FactField>? fields)
    {
        // What events told may need fields that the caller does not.
        return overlay.Has(type) ? overlay.Over(type, OpenStored(type, null)) : OpenStored(type, fields);
    }

    private IFactReader? OpenStored(FactType type, IReadOnlySet<FactField>? fields)
    {
        if (!manifest.Files.TryGetValue(type, out var file))
            return null;

        // Streams of facts are read synchronously, for their speed; opening one is the only call that a port offers asynchronously alone.
        var loss = new FactLoss(state, engagement, type, file.Path);
        var stream = blobs.OpenReadAsync(engagement, file.Path).GetAwaiter().GetResult() ?? throw loss.Missing();
        var schema = FactSchema.Of(type);
        var reader = new FactFileReader(stream, file.Path, schema, fields, loss);
        return file.Records < ReadAheadFrom ? reader : new ReadAheadReader(reader, schema);
    }
}
