namespace OpsAutomation.Boards;

/// <summary>A decision that is awaited.</summary>
/// <param name="Id">Its number, such as <c>D-3</c>.</param>
/// <param name="Question">The question.</param>
/// <param name="Detail">The recommendation, or that there is none.</param>
/// <param name="Owner">Who decides; empty for nobody named.</param>
/// <param name="Due">By when, in words; empty for no day.</param>
/// <param name="Overdue">Whether that day has passed.</param>
public sealed record BoardDecision(string Id, string Question, string Detail, string Owner, string Due, bool Overdue);
