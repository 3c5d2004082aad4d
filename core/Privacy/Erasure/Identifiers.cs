using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Exports.Mapping;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>Keyed hashes of what people are known by, and the forms in which each is compared.</summary>
internal sealed class Identifiers(byte[] key)
{
    /// <summary>The hash of a mail address: without case and without what stands behind a <c>+</c>.</summary>
    public string OfEmail(string address)
    {
        var lower = address.Trim().ToLowerInvariant();
        var at = lower.LastIndexOf('@');
        var plus = at < 0 ? -1 : lower.AsSpan(0, at).IndexOf('+');
        return Of('e', plus > 0 ? string.Concat(lower.AsSpan(0, plus), lower.AsSpan(at)) : lower);
    }

    /// <summary>The hash of words of a name that were folded.</summary>
    public string OfWords(IEnumerable<string> folded) => Of('n', string.Join(' ', folded));

    /// <summary>The hash of an id, without the fraction that spreadsheets add.</summary>
    public string OfLink(string id)
    {
        var trimmed = id.Trim();
        return Of('i', trimmed.EndsWith(".0", StringComparison.Ordinal) ? trimmed[..^2] : trimmed);
    }

    /// <summary>A person by address and name.</summary>
    /// <exception cref="OpsException">Wrong usage: that is no mail address, or no name.</exception>
    public ErasedPerson Person(string email, string? name, NodaTime.Instant at)
    {
        if (!PersonalText.IsEmail(email.Trim()))
        {
            throw OpsException.WrongUsage(
                "--person takes a mail address, such as name@example.com.",
                "--person attend une adresse e-mail, par exemple nom@example.com.");
        }

        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        if (name is not null)
        {
            var words = Words(name).Select(word => word.Folded).ToList();
            if (words.Count is 0 or > 6)
            {
                throw OpsException.WrongUsage(
                    "--name takes the person's name: one to six words.",
                    "--name attend le nom de la personne : un à six mots.");
            }

            names[OfWords(words)] = words.Count;
            // "Dupont, Jean" and "Dupont Jean".
            names[OfWords(words.Skip(words.Count - 1).Concat(words.Take(words.Count - 1)))] = words.Count;
            names[OfWords(words.Skip(1).Append(words[0]))] = words.Count;
        }

        return new() { Emails = [OfEmail(email)], Names = names, At = at };
    }

    /// <summary>The words of a text, with their places and without case and accents.</summary>
    public static IEnumerable<(int Start, int End, string Folded)> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is >= '\u0300' and <= '\u036f');
            if (isLetter && start < 0)
                start = i;
            if (isLetter || start < 0)
                continue;
            yield return (start, i, HeaderName.Key(text[start..i]));
            start = -1;
        }
    }

    private string Of(char kind, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(kind + text)).AsSpan(0, 20));
}
