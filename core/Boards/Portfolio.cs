namespace OpsAutomation.Boards;

/// <summary>All clients of the OBM, those that need attention first.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Lines">The clients.</param>
public sealed record Portfolio(Language Language, IReadOnlyList<PortfolioLine> Lines);
