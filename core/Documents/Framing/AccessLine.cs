using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>An account as the register shows it.</summary>
/// <param name="Grant">The account.</param>
/// <param name="Holder">The name of the person, or of who else has it.</param>
/// <param name="Left">The last day of the holder's work, or null.</param>
/// <param name="State">What is to be done about it.</param>
public sealed record AccessLine(AccessGrant Grant, string Holder, LocalDate? Left, AccessState State);
