using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>A date of the client's own: a lease, an insurance, a contract.</summary>
/// <param name="Title">What is due.</param>
/// <param name="On">The day.</param>
/// <param name="EveryMonths">After how many months it comes back, or null for once.</param>
/// <param name="Owner">The id of the person responsible, or null.</param>
public sealed record CalendarDate(string Title, LocalDate On, int? EveryMonths = null, string? Owner = null);
