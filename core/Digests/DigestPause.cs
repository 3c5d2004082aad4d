using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>A pause asked for by command: days in which a recipient gets nothing.</summary>
/// <param name="Recipient">The id of the recipient.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, or null: until it is resumed.</param>
/// <param name="By">Who asked.</param>
public sealed record DigestPause(string Recipient, LocalDate From, LocalDate? To, string By)
{
    /// <summary>Whether the day belongs to the pause.</summary>
    public bool Holds(LocalDate day) => From <= day && (To is null || day <= To);
}
