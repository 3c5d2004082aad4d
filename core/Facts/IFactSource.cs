using OpsAutomation.Exports;

namespace OpsAutomation.Facts;

/// <summary>The current facts of one engagement, one version per record, and the ledger of the imports that brought them.</summary>
public interface IFactSource
{
    /// <summary>Opens the current facts of a type, tombstones included (<see cref="FactRecord.State"/>); null where there are none.</summary>
    IFactReader? Open(FactType type);

    /// <summary>Opens the current facts of a type for a caller who only needs some fields: others may be absent from the records.</summary>
    IFactReader? Open(FactType type, IReadOnlySet<FactField> fields) => Open(type);

    /// <summary>The imports so far, in their order; then a line for each source of webhooks whose events told of facts.</summary>
    IReadOnlyList<ImportSource> Imports { get; }

    /// <summary>How many records of a type were changed, as events say, in a way that only the next export can tell.</summary>
    int CountAwaited(FactType type) => 0;
}
