using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>A rule of the house.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Rule">The rule in a sentence.</param>
/// <param name="Owner">The id of the person who keeps it, or null.</param>
/// <param name="Reviewed">The day it was last reviewed, or null.</param>
public sealed record Policy(string Name, string Rule, string? Owner = null, LocalDate? Reviewed = null);
