using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Life;

/// <summary>A document in one language as a list of documents shows it.</summary>
/// <param name="Record">What is recorded of it, as of the day asked for.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Rule">Who owns, approves and reads it.</param>
public sealed record LifeLine(DocumentRecord Record, DocumentKind Kind, DocumentRule Rule);
