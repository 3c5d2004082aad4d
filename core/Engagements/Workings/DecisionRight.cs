namespace OpsAutomation.Engagements;

/// <summary>Who may decide what, up to which amount.</summary>
/// <param name="Decision">What is decided.</param>
/// <param name="Who">The id of the person who decides.</param>
/// <param name="UpTo">Up to which amount in the engagement's currency; null where no amount limits it.</param>
/// <param name="Above">The id of the person who decides beyond that, or null.</param>
/// <param name="Consulted">The ids of those who are asked before.</param>
/// <param name="Written">Where it is written down, or null.</param>
public sealed record DecisionRight(string Decision, string Who, decimal? UpTo, string? Above, IReadOnlyList<string> Consulted, string? Written);
