using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Life;

/// <summary>A reader of a document, and whether the version in force was read.</summary>
/// <param name="Person">The reader.</param>
/// <param name="Last">What the reader acknowledged last, or null.</param>
/// <param name="HasRead">Whether that is the content in force.</param>
public sealed record ReaderStanding(Person Person, Acknowledgement? Last, bool HasRead);
