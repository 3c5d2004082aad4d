using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Locales;

namespace OpsAutomation.Digests;

/// <summary>Whom a digest speaks to: language, form of address and how much is shown.</summary>
internal sealed class DigestReader(DigestContext context, DigestLimits limits)
{
    // Fits every sentence of a person; keeps a pasted page from becoming the mail.
    private const int Characters = 240;

    public DigestContext Context => context;

    public DigestLimits Limits => limits;

    public Locale Locale => context.Recipient.Locale;

    public bool French => Locale.Language == Language.French;

    /// <summary>The words of the reader's language.</summary>
    public string Say(string english, string french) => French ? french : english;

    /// <summary>The words of the reader's language and form of address.</summary>
    public string Say(string english, string vous, string tu) =>
        !French ? english : context.Engagement.Address == FormOfAddress.Tu ? tu : vous;

    /// <summary>A number with its noun; French counts 0 and 1 in the singular, English only 1.</summary>
    public string Count(int number, string english, string englishMany, string french, string frenchMany)
    {
        var noun = French ? number < 2 ? french : frenchMany : number == 1 ? english : englishMany;
        return $"{Locale.Number(number, 0)} {noun}";
    }

    /// <summary>A client's text, on one line and clipped.</summary>
    public string Clip(string text) => Spaced(CleanText.Clip(text, limits.Words, Characters));

    /// <summary>A client's label or name, on one line and clipped.</summary>
    public string Label(string text) => Spaced(CleanText.Clip(text, limits.LabelWords, 60));

    // Clients type plain spaces, at which « 30 % » would wrap.
    private string Spaced(string text) => French ? FrenchTypography.Hold(text) : text;

    /// <summary>The name of the person of that id, or the text itself where nobody has that id.</summary>
    public string Person(string idOrName) => Label(KnownPerson(idOrName) ?? idOrName);

    /// <summary>The name of the person who has that id or name, or alone that first name; or null.</summary>
    public string? KnownPerson(string? idOrName)
    {
        var people = context.Engagement.People;
        var known = people.FirstOrDefault(person => Same(person.Id, idOrName)) ?? people.FirstOrDefault(person => Same(person.Name, idOrName));
        if (known is not null)
            return known.Name;
        var first = people.Where(person => Same(person.Name.Split(' ')[0], idOrName)).Take(2).ToList();
        return first.Count == 1 ? first[0].Name : null;
    }

    private static bool Same(string name, string? other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>A quotation in the marks of the language.</summary>
    public string Quote(string text) => Say($"“{text}”", $"«\u00a0{text}\u00a0»");

    /// <summary>A text as a sentence: ended by a full stop unless it ends by itself.</summary>
    public static string Sentence(string text) => text.Length > 0 && ".?!…".Contains(text[^1], StringComparison.Ordinal) ? text : text + ".";

    /// <summary>A link of the digest; null where there is none, or no room for it.</summary>
    public DigestLink? Link(Func<DigestAddresses, Uri?> to, string text) =>
        limits.Links && context.Links is { } links && to(links) is { } url ? new(text, url) : null;

    /// <summary>A colon with its blanks.</summary>
    public string Colon => Say(": ", "\u00a0: ");

    /// <summary>The first letter in upper case.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
