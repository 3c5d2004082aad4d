namespace OpsAutomation.Documents;

/// <summary>What the author of a document says of it, where no template of the library makes it.</summary>
/// <param name="Processes">The processes that it describes.</param>
/// <param name="Moves">The ids of the KPIs that it moves.</param>
/// <param name="Owner">The id or name of who owns it; null where nobody was named.</param>
public sealed record OwnDocument(IReadOnlyList<string> Processes, IReadOnlyList<string> Moves, string? Owner);
