using NodaTime;

namespace OpsAutomation.Documents.Framing;

/// <summary>A priority of a quarter.</summary>
/// <param name="Title">What is to be achieved.</param>
/// <param name="Why">Where it comes from, in words.</param>
/// <param name="Owner">The id or name of the person who answers for it, or null.</param>
/// <param name="Kpi">The id of the KPI it is judged by, or null.</param>
/// <param name="Target">What holds at the end of the quarter, in words.</param>
/// <param name="FirstStep">The first step, in words.</param>
/// <param name="By">The day of the first step.</param>
public sealed record Priority(string Title, string Why, string? Owner, string? Kpi, string Target, string FirstStep, LocalDate By);
