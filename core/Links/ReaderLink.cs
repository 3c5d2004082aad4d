using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Links;

/// <summary>A link of a digest that was verified.</summary>
/// <param name="Engagement">The engagement, as its file says now.</param>
/// <param name="Holder">For whom it was made.</param>
/// <param name="Name">The holder's name.</param>
/// <param name="Locale">The holder's locale.</param>
/// <param name="Item">The one document or item that it is for; empty for the board.</param>
/// <param name="Expires">From when on it is worth nothing.</param>
public sealed record ReaderLink(Engagement Engagement, LinkHolder Holder, string Name, Locale Locale, string Item, Instant Expires)
{
    private readonly (LinkPen Pen, int Generation) origin;

    internal ReaderLink(Engagement engagement, LinkHolder holder, string name, Locale locale, string item, Instant expires, LinkPen pen, int generation)
        : this(engagement, holder, name, locale, item, expires) => origin = (pen, generation);

    /// <summary>A token for one document of a list that this link shows: it ends whenever this link does.</summary>
    public string ForDocument(string document) =>
        ReaderLinks.Sign(origin.Pen, LinkPurpose.Document, Holder, origin.Generation, document, Expires);

    /// <summary>
    /// A token by which the reader acts on an item of the page that this link shows; null where the engagement's file does not let them, or no more: acting
    /// ends sooner than reading.
    /// </summary>
    /// <param name="item">The item's kind and id.</param>
    /// <param name="now">The moment it is.</param>
    public string? ForItem(string item, Instant now)
    {
        var end = Expires - Duration.FromDays(LinkLifetime.Reading - LinkLifetime.Acting);
        return end > now && Holder.In(Engagement) is { Links: RecipientLinks.Act }
            ? ReaderLinks.Sign(origin.Pen, LinkPurpose.Act, Holder, origin.Generation, item, end)
            : null;
    }
}
