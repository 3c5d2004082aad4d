using OpsAutomation.Engagements;

namespace OpsAutomation.Milestones;

/// <summary>An exit criterion of an engagement's plan.</summary>
/// <param name="Id">The milestone's id and a number from 1: <c>J30-3</c>.</param>
/// <param name="Owner">The id of the person who owns it: its own, else the milestone's, or null.</param>
/// <param name="Setting">What must hold.</param>
public sealed record PlannedCriterion(string Id, string? Owner, CriterionSetting Setting);
