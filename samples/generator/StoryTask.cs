using NodaTime;

namespace OpsAutomation.Samples;

/// <summary>A task of production.</summary>
internal sealed record StoryTask(string Id, string Name, string Owner, LocalDate Created, LocalDate Due, LocalDate? Done, int Hours);
