using NodaTime;

namespace OpsAutomation.Documents;

/// <summary>That somebody did something about a document.</summary>
/// <param name="On">The day, in the engagement's zone.</param>
/// <param name="By">Who.</param>
/// <param name="Note">What was said, or null.</param>
public sealed record DocumentMark(LocalDate On, string? By, string? Note);
