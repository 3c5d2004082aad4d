namespace OpsAutomation.Milestones;

/// <summary>One exit criterion as it stands.</summary>
/// <param name="Id">The milestone's id and a number from 1: <c>J30-3</c>.</param>
/// <param name="Text">What must hold.</param>
/// <param name="Kind"><c>manual</c>, <c>document</c>, <c>kpi</c>, <c>task</c>, <c>decision</c> or <c>event</c>.</param>
/// <param name="Met">Whether it holds.</param>
/// <param name="Evidence">What shows it: in words, in both languages; null where nothing does.</param>
/// <param name="Owner">The id of the person who owns it, or null.</param>
public sealed record CriterionStatus(string Id, LocalizedText Text, string Kind, bool Met, LocalizedText? Evidence, string? Owner);
