using OpsAutomation.Milestones;

namespace OpsAutomation.Boards;

/// <summary>A milestone of the 30-60-90 plan as a line of the board.</summary>
/// <param name="Day"><c>J+30</c>, <c>Day 30</c>.</param>
/// <param name="Title">What it is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Symbol">The same as a symbol.</param>
/// <param name="Word">The same as a word.</param>
/// <param name="Criteria">How many exit criteria hold, in words.</param>
/// <param name="Due">The due date, with the first one where it was moved.</param>
/// <param name="Owner">Who owns it; empty for nobody.</param>
public sealed record BoardMilestone(string Day, string Title, MilestoneState State, string Symbol, string Word, string Criteria, string Due, string Owner);
