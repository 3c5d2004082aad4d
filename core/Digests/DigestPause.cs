using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>A pause asked for by command, or for good by the recipient: days in which a recipient gets nothing.</summary>
/// <param name="Recipient">The id of the recipient.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, or null: until it is resumed.</param>
/// <param name="By">Who asked: a person, or <see cref="ByRecipient"/>.</param>
/// <param name="At">When; null in records that were written before it was kept.</param>
public sealed record DigestPause(string Recipient, LocalDate From, LocalDate? To, string By, Instant? At = null)
{
    /// <summary>Says in <see cref="By"/> that the recipient followed the link that ends the digests.</summary>
    public const string ByRecipient = "link:unsubscribe";

    /// <summary>Whether the recipient asked for it.</summary>
    public bool IsUnsubscription => By == ByRecipient;

    /// <summary>Whether the day belongs to the pause.</summary>
    public bool Holds(LocalDate day) => From <= day && (To is null || day <= To);
}
