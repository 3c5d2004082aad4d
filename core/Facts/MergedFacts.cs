using OpsAutomation.Exports;

namespace OpsAutomation.Facts;

/// <summary>What an import would make current.</summary>
/// <param name="Manifest">The files, all written.</param>
/// <param name="Counts">What happened to the rows, by fact type.</param>
internal sealed record MergedFacts(FactManifest Manifest, IReadOnlyList<FactCount> Counts);
