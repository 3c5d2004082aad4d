using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Links;

/// <summary>The addresses that one reader's digest leads to, as far as the engagement's file grants them.</summary>
public sealed class DigestAddresses
{
    private readonly LinkPen pen;
    private readonly Uri publicUrl;
    private readonly Recipient recipient;
    private readonly int generation;
    private readonly LocalDate day;

    internal DigestAddresses(LinkPen pen, Uri publicUrl, Recipient recipient, int generation, DateInterval period, LocalDate day)
    {
        (this.pen, this.publicUrl, this.recipient, this.generation, this.day) = (pen, publicUrl, recipient, generation, day);
        // The mail client's own button must work when every other link was revoked: it is of no generation.
        var expires = period.End.PlusDays(LinkLifetime.Unsubscribe).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        Unsubscribe = At(publicUrl, $"unsubscribe/{pen.Sign(new(pen.Engagement, LinkPurpose.Unsubscribe, recipient.Id, expires))}");
    }

    /// <summary>Where the reader ends the digests.</summary>
    public Uri Unsubscribe { get; }

    /// <summary>The board, or null where links are not granted.</summary>
    public Uri? Board => recipient.Links == RecipientLinks.None ? null : Opening("board", LinkPurpose.Board, "");

    /// <summary>A document, or null where links are not granted.</summary>
    /// <param name="path">Its place on the shelf, without an ending: <c>fr/engagement-brief</c>.</param>
    public Uri? Document(string path) => recipient.Links == RecipientLinks.None ? null : Opening($"documents/{path}.html", LinkPurpose.Document, path);

    /// <summary>The page of an item, or null where acting is not granted.</summary>
    /// <param name="item">Its kind and id.</param>
    public Uri? Item(string item) => recipient.Links == RecipientLinks.Act
        ? At(publicUrl, $"act/{Sign(LinkPurpose.Act, item, LinkLifetime.Acting)}")
        : null;

    internal static Uri At(Uri publicUrl, string path) => new(AppAddress.Of(publicUrl, path));

    private Uri Opening(string path, string purpose, string item) =>
        At(publicUrl, $"engagements/{pen.Engagement}/{path}?t={Sign(purpose, item, LinkLifetime.Reading)}");

    private string Sign(string purpose, string item, int days) =>
        ReaderLinks.Sign(pen, purpose, LinkHolder.Recipient(recipient.Id), generation, item, LinkLifetime.End(day, days));
}
