using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>A process with the procedure that covers it.</summary>
/// <param name="Process">The process.</param>
/// <param name="Cover">Whether a procedure covers it.</param>
/// <param name="Sop">The kind of that procedure, or null.</param>
/// <param name="Link">Its address where it is kept elsewhere, or null.</param>
public sealed record MappedProcess(Process Process, SopCover Cover, DocumentKind? Sop, string? Link);
