using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>A line of the tool roadmap.</summary>
/// <param name="Tool">The name of a tool of the inventory.</param>
/// <param name="Decision">What becomes of it.</param>
/// <param name="By">The day by which that is done; null only for a tool that is kept.</param>
/// <param name="With">Of a replacement: what takes its place.</param>
/// <param name="NewMonthlyCost">Of a replacement: its cost a month in the engagement's currency, or null.</param>
/// <param name="OneOffCost">What the move costs once, or null.</param>
/// <param name="Owner">The id of the person who does it, or null.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record ToolMove(
    string Tool,
    ToolDecision Decision,
    LocalDate? By = null,
    string? With = null,
    decimal? NewMonthlyCost = null,
    decimal? OneOffCost = null,
    string? Owner = null,
    string? Reason = null);
