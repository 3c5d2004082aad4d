using OpsAutomation.Engagements;

namespace OpsAutomation.Links;

/// <summary>For whom a link was made: a recipient of digests, or a person of the engagement.</summary>
/// <param name="IsRecipient">Whether it is a recipient.</param>
/// <param name="Id">The id in the engagement's file.</param>
public sealed record LinkHolder(bool IsRecipient, string Id)
{
    /// <summary>The holder as the audit record names it.</summary>
    public string Actor => IsRecipient ? $"recipient {Id}" : Id;

    /// <summary>A recipient.</summary>
    public static LinkHolder Recipient(string id) => new(true, id);

    /// <summary>A person.</summary>
    public static LinkHolder Person(string id) => new(false, id);

    /// <summary>The recipient and the person whom an engagement's file names by an id, whatever its case: none, one or both.</summary>
    public static IReadOnlyList<LinkHolder> Named(Engagement engagement, string id) =>
        [.. new[] { Recipient(id).In(engagement)?.Holder, Person(id).In(engagement)?.Holder }.OfType<LinkHolder>()];

    /// <summary>The text that stands in tokens and names the record of what was revoked: whatever the case of the id in the file.</summary>
    internal string Key => (IsRecipient ? "r/" : "p/") + Id.ToLowerInvariant();

    internal static LinkHolder? Parse(string key) => key.Length > 2 && key[1] == '/' && key[0] is 'r' or 'p' ? new(key[0] == 'r', key[2..]) : null;

    /// <summary>The holder's name and locale as the engagement's file says now, or null where it names nobody of that id any more.</summary>
    internal (LinkHolder Holder, string Name, Locales.Locale Locale, RecipientLinks Links)? In(Engagement engagement)
    {
        if (!IsRecipient)
            return engagement.People.FirstOrDefault(one => Same(one.Id)) is { } person ? (Person(person.Id), person.Name, engagement.LocaleOf(person), RecipientLinks.Act) : null;
        return engagement.Recipients.FirstOrDefault(one => Same(one.Id)) is { } recipient
            ? (Recipient(recipient.Id), recipient.Name, recipient.Locale, recipient.Links)
            : null;
    }

    private bool Same(string id) => string.Equals(id, Id, StringComparison.OrdinalIgnoreCase);
}
