using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Asking;

/// <summary>Who was asked about documents.</summary>
/// <param name="Sent">The mails that left.</param>
/// <param name="Waiting">Who is to be asked and could not be: no public address or no sender is known.</param>
/// <param name="HasAddress">Whether the app has a public address; where it has and people wait, there is no sender.</param>
public sealed record AskReport(IReadOnlyList<SentAsk> Sent, IReadOnlyList<Person> Waiting, bool HasAddress)
{
    /// <summary>Nobody is to be asked.</summary>
    public static AskReport Nothing { get; } = new([], [], HasAddress: true);
}
