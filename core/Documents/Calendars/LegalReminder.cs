namespace OpsAutomation.Documents.Calendars;

/// <summary>A statutory duty whose day no law fixes for everybody.</summary>
/// <param name="Id">The id, beginning with the country.</param>
/// <param name="Title">What is due, and from when it is counted.</param>
/// <param name="Basis">The law or authority that sets it.</param>
public sealed record LegalReminder(string Id, LocalizedText Title, string Basis);
