using NodaTime;

namespace OpsAutomation.Logbook;

/// <summary>One thing that happened to an item.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Day">The day it counts for, in the engagement's time zone.</param>
/// <param name="What"><c>added</c>, <c>closed</c> or <c>reopened</c>.</param>
/// <param name="By">Who, or null.</param>
/// <param name="Note">The outcome or reason, or null.</param>
public sealed record LogChange(Instant At, LocalDate Day, string What, string? By, string? Note);
