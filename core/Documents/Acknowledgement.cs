using NodaTime;

namespace OpsAutomation.Documents;

/// <summary>That a reader has read a version.</summary>
/// <param name="Person">The id of the person in the engagement's file, else the name that was given.</param>
/// <param name="ContentHash">What was read: another content is to be read again, other figures are not.</param>
/// <param name="Version">Its version.</param>
/// <param name="On">The day, in the engagement's zone.</param>
public sealed record Acknowledgement(string Person, string ContentHash, int Version, LocalDate On);
