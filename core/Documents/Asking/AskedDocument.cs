using NodaTime;

namespace OpsAutomation.Documents.Asking;

/// <summary>That a person was asked about a document: about one content of it.</summary>
/// <param name="Document">Language and kind, such as <c>fr/sop-incident</c>.</param>
/// <param name="ContentHash">The content that was asked about last.</param>
/// <param name="On">The day, in the engagement's zone.</param>
public sealed record AskedDocument(string Document, string ContentHash, LocalDate On);
