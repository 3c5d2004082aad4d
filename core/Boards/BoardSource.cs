namespace OpsAutomation.Boards;

/// <summary>A source of figures, and how old it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Taken">The day its newest data are of, or that nothing ever came.</param>
/// <param name="Age">The age in words; empty where nothing ever came.</param>
/// <param name="Rows">The rows of the newest export, in words.</param>
/// <param name="Rejected">How many of them could not be used, in words.</param>
/// <param name="Stale">Whether it is too old or missing.</param>
/// <param name="Symbol">The status as a symbol.</param>
/// <param name="Word">The status as a word.</param>
public sealed record BoardSource(string Name, string Taken, string Age, string Rows, string Rejected, bool Stale, string Symbol, string Word);
