using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Exports;

/// <summary>The imports of an engagement, in their order.</summary>
internal sealed class ImportLedger(IStateStore state)
{
    /// <summary>The imports up to a number: what one manifest stands on.</summary>
    public async Task<IReadOnlyList<ImportEntry>> ReadAsync(EngagementId engagement, int lastImport, CancellationToken cancellationToken)
    {
        var entries = new List<ImportEntry>();
        if (lastImport == 0)
            return entries;
        await foreach (var entry in state.ListAsync(engagement, ImportEntry.Collection, "", cancellationToken))
        {
            var import = ImportEntry.Parse(entry.Value);
            if (import.Source.Number <= lastImport)
                entries.Add(import);
        }

        return entries;
    }
    /// <summary>The last import of a content with the same options, or null.</summary>
    public async Task<ImportEntry?> FindAsync(EngagementId engagement, string hash, string options, CancellationToken cancellationToken)
    {
        var entries = await ReadAsync(engagement, int.MaxValue, cancellationToken);
        return entries.LastOrDefault(entry => entry.Source.ContentHash == hash && entry.Options == options);
    }
}
