using NodaTime;

namespace OpsAutomation.Facts.Changes;

/// <summary>The days on which events of a source told of a type of fact.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal sealed record ToldDays(LocalDate First, LocalDate Last);
