using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Asking;

/// <summary>A mail by which a person was asked.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Person">Whom.</param>
/// <param name="Items">About what.</param>
/// <param name="Where">Where the mail is now.</param>
public sealed record SentAsk(AskPurpose Purpose, Person Person, IReadOnlyList<AskItem> Items, string Where);
