namespace OpsAutomation.Documents.Workload;

/// <summary>A person's weeks.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Weeks">The weeks, in their order.</param>
internal sealed record PersonLoad(string Name, IReadOnlyList<WeekLoad> Weeks);
