using NodaTime;

namespace OpsAutomation.Samples;

/// <summary>An answer to the survey.</summary>
internal sealed record StoryAnswer(string Id, int Score, LocalDateTime Given, string Person);
