using NodaTime;

namespace OpsAutomation.Documents;

/// <summary>A text that a person brought: kept, since later edits of the same source are compared with it.</summary>
/// <param name="Number">1, 2, 3…</param>
/// <param name="On">The day, in the engagement's zone.</param>
/// <param name="By">Who.</param>
/// <param name="File">The name of its file in the document's folder.</param>
public sealed record DocumentEdit(int Number, LocalDate On, string? By, string File);
