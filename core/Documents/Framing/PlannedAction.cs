using NodaTime;

namespace OpsAutomation.Documents.Framing;

/// <summary>A line of the 90-day action plan.</summary>
/// <param name="By">By when.</param>
/// <param name="Text">What is done.</param>
/// <param name="Owner">The id or name of the person who does it, or null.</param>
/// <param name="From">Where it comes from, in words.</param>
public sealed record PlannedAction(LocalDate By, string Text, string? Owner, string From);
