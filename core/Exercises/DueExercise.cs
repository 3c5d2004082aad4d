using NodaTime;

namespace OpsAutomation.Exercises;

/// <summary>When a playbook or plan is to be practised next.</summary>
/// <param name="Kind">The kind of document.</param>
/// <param name="Last">The last exercise, or null for none yet.</param>
/// <param name="Due">The day by which.</param>
public sealed record DueExercise(string Kind, Exercise? Last, LocalDate Due);
