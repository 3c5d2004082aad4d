using System.Text;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>The people that an engagement was told to forget, and how to find them in texts.</summary>
internal sealed class ErasedPeople
{
    // Between the words of a name: a blank, a comma and a blank, a hyphen.
    private const int WidestGap = 3;

    private readonly Identifiers identifiers;
    private readonly Dictionary<string, ErasedPerson> emails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ErasedPerson> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ErasedPerson> links = new(StringComparer.Ordinal);
    private readonly int[] lengths;

    public ErasedPeople(Identifiers identifiers, IReadOnlyList<ErasedPerson> people)
    {
        this.identifiers = identifiers;
        foreach (var person in people)
        {
            foreach (var hash in person.Emails)
                emails[hash] = person;
            foreach (var hash in person.Names.Keys)
                names[hash] = person;
            foreach (var hash in person.Links)
                links[hash] = person;
        }

        lengths = [.. people.SelectMany(person => person.Names.Values).Distinct().OrderDescending()];
    }

    /// <summary>The text with a pseudonym where it names one of them; the same text where it names none.</summary>
    public string Replace(string text) => ReplaceNames(ReplaceEmails(text));

    /// <summary>Whether a text names one of them.</summary>
    public bool IsIn(string text) => !ReferenceEquals(Replace(text), text);

    /// <summary>Who the text as a whole is: an address or a name, and nothing else; or null.</summary>
    public ErasedPerson? Whole(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return null;
        if (PersonalText.IsEmail(trimmed))
            return emails.GetValueOrDefault(identifiers.OfEmail(trimmed));
        // "Zoé Canari <zoe@canari.test>".
        if (trimmed.EndsWith('>') && PersonalText.EmailsIn(trimmed).FirstOrDefault() is { } address && emails.GetValueOrDefault(identifiers.OfEmail(address)) is { } addressed)
            return addressed;
        if (lengths.Length == 0)
            return null;
        var words = Identifiers.Words(trimmed).Select(word => word.Folded).Take(lengths[0] + 1).ToList();
        return lengths.Contains(words.Count) ? names.GetValueOrDefault(identifiers.OfWords(words)) : null;
    }

    /// <summary>Who an id stands for, or null.</summary>
    public ErasedPerson? Linked(string id) => links.Count == 0 || id.Length == 0 ? null : links.GetValueOrDefault(identifiers.OfLink(id));

    private string ReplaceEmails(string text)
    {
        if (!text.Contains('@'))
            return text;
        var replaced = PersonalText.Emails(text, address => emails.GetValueOrDefault(identifiers.OfEmail(address))?.Address ?? address);
        return replaced == text ? text : replaced;
    }

    private string ReplaceNames(string text)
    {
        if (lengths.Length == 0)
            return text;
        var words = Identifiers.Words(text).ToList();
        StringBuilder? replaced = null;
        var copied = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (NameAt(words, i) is not var (person, length))
                continue;
            replaced ??= new StringBuilder(text.Length);
            replaced.Append(text, copied, words[i].Start - copied).Append(person.Pseudonym);
            copied = words[i + length - 1].End;
            i += length - 1;
        }

        return replaced?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    private (ErasedPerson Person, int Length)? NameAt(List<(int Start, int End, string Folded)> words, int first)
    {
        foreach (var length in lengths)
        {
            if (first + length > words.Count)
                continue;
            var close = true;
            for (var i = first + 1; i < first + length; i++)
                close &= words[i].Start - words[i - 1].End <= WidestGap;
            if (close && names.GetValueOrDefault(identifiers.OfWords(words.Skip(first).Take(length).Select(word => word.Folded))) is { } person)
                return (person, length);
        }

        return null;
    }
}
