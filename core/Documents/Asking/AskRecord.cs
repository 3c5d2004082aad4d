using NodaTime;

namespace OpsAutomation.Documents.Asking;

/// <summary>What one person was asked for, by document: the content asked about last.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Person">The id of the person.</param>
public sealed record AskRecord(AskPurpose Purpose, string Person)
{
    /// <summary>What was asked.</summary>
    public IReadOnlyList<AskedDocument> Asked { get => field ?? []; init; }

    /// <summary>The mail that is on its way; null for none.</summary>
    public PendingAsk? Pending { get; init; }

    /// <summary>The day on which a content was asked about; null where it was not, or another was since.</summary>
    public LocalDate? On(string document, string contentHash) =>
        Asked.FirstOrDefault(one => one.Document == document && one.ContentHash == contentHash)?.On;

    /// <summary>The record once the mail that is on its way has left.</summary>
    internal AskRecord Sent() => Pending is not { } sent ? this : this with
    {
        Asked =
        [
            .. Asked.Where(one => sent.Items.All(item => item.Document != one.Document)),
            .. sent.Items.Select(item => new AskedDocument(item.Document, item.ContentHash, sent.On)),
        ],
        Pending = null,
    };
}
