using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Facts.Changes;
using OpsAutomation.Ports;

namespace OpsAutomation.Facts;

/// <summary>The facts of engagements: immutable blobs, a manifest in state that says which of them are current, and what events told since.</summary>
public sealed class FactStore(IBlobStore blobs, IStateStore state)
{
    internal const string Folder = "facts/";

    /// <summary>Opens the current facts of an engagement; an import that ends meanwhile does not change what is read.</summary>
    /// <exception cref="OpsException">While reading: a fact file is missing, damaged or of a newer version.</exception>
    public async Task<IFactSource> OpenAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var entry = await state.FindAsync(engagement, FactManifest.Key, cancellationToken);
        var manifest = entry is null ? FactManifest.Empty : FactManifest.Parse(entry.Value);
        var imports = await new ImportLedger(state).ReadAsync(engagement, manifest.LastImport, cancellationToken);
        var changes = new FactChanges(state);
        var told = await changes.ReadAsync(engagement, cancellationToken);
        var overlay = new FactOverlay(told.Select(one => one.Record), await changes.ReadDaysAsync(engagement, cancellationToken), manifest);
        return new StoredFacts(blobs, state, engagement, manifest, [.. imports.Select(import => import.Source), .. overlay.Sources], overlay);
    }
}
