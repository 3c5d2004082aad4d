using NodaTime;

namespace OpsAutomation.Documents.Calendars;

/// <summary>A dated line of the legal and HR calendar.</summary>
/// <param name="Id">The id of the statutory date; null for one of the client's own.</param>
/// <param name="Due">The day that the law or the client sets.</param>
/// <param name="DoBy">The working day on or before it: by then it is done.</param>
/// <param name="Kind">What it is about; null for one of the client's own.</param>
/// <param name="Title">What is due.</param>
/// <param name="Basis">The law or authority; null for one of the client's own.</param>
/// <param name="Owner">The id of the person who watches over it, or null.</param>
public sealed record CalendarEntry(string? Id, LocalDate Due, LocalDate DoBy, LegalDateKind? Kind, LocalizedText Title, string? Basis, string? Owner);
