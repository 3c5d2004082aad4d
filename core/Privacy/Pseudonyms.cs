using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace OpsAutomation.Privacy;

/// <summary>
/// Pseudonyms under a key: the same text has the same one, in whatever file it stands; different texts have different ones. Without the key
/// nobody can tell which text a pseudonym stands for, and with it only by trying.
/// </summary>
internal sealed partial class Pseudonyms
{
    private const int MaxRemembered = 100_000;
    private const string Consonants = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";

    // Vendors tell records apart by these.
    private static readonly string[] Prefixes = ["cus_", "sub_", "in_", "ch_", "py_", "pi_", "re_", "po_", "txn_", "price_", "prod_", "plan_", "il_", "si_", "acct_", "zcrm_"];

    private readonly byte[] _key;
    private readonly ShapeCipher _cipher;
    private readonly Dictionary<(char Kind, string Text), string> _known = [];

    /// <param name="key">The key; texts of any length make one by their hash.</param>
    public Pseudonyms(byte[] key)
    {
        _key = SHA256.HashData(key);
        _cipher = new ShapeCipher(_key);
    }

    /// <summary>The pseudonym of a person's or company's name: two invented words, whatever the name's length.</summary>
    public string Name(string name) => Remembered('n', name, () =>
    {
        var bytes = Hash('n', name);
        var text = new StringBuilder(18);
        for (var i = 0; i < 8; i++)
        {
            if (i == 4)
                text.Append(' ');
            var consonant = Consonants[bytes[2 * i] % Consonants.Length];
            text.Append(i % 4 == 0 ? char.ToUpperInvariant(consonant) : consonant).Append(Vowels[bytes[(2 * i) + 1] % Vowels.Length]);
        }

        return text.ToString();
    });

    /// <summary>The pseudonym of a mail address, the same whatever its case.</summary>
    public string Email(string address) => $"user-{Token('e', address.ToLowerInvariant())}@example.org";

    /// <summary>The pseudonym of a web address or a domain.</summary>
    public string Url(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 ? $"{url[..(scheme + 3)]}example.org/{Token('u', url)}" : $"{Token('u', url.ToLowerInvariant())}.example.org";
    }

    /// <summary>Other letters and digits in the places of a code's, or of free text's.</summary>
    public string Filler(string text) => Remembered('f', text, () =>
    {
        // Spreadsheets add a fraction to whole numbers: the id stays the same with and without it.
        if (WholeWithFraction().Match(text) is { Success: true } whole)
            return _cipher.Replace(whole.Groups[1].Value) + whole.Groups[2].Value;
        var prefix = Array.Find(Prefixes, prefix => text.StartsWith(prefix, StringComparison.Ordinal))?.Length ?? 0;
        // Trello's ids begin with the second in which the record was made.
        return _cipher.Replace(text, ObjectId().IsMatch(text) ? 8 : prefix);
    });

    /// <summary>Replaces the mail addresses in a text and leaves the rest.</summary>
    public string Emails(string text) => text.Contains('@') ? PersonalText.Emails(text, Email) : text;

    private string Token(char kind, string text) => Convert.ToHexStringLower(Hash(kind, text).AsSpan(0, 6));

    private byte[] Hash(char kind, string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(kind + text));

    private string Remembered(char kind, string text, Func<string> make)
    {
        if (_known.TryGetValue((kind, text), out var known))
            return known;
        if (_known.Count >= MaxRemembered)
            _known.Clear();
        return _known[(kind, text)] = make();
    }

    [GeneratedRegex(@"^([0-9]+)([.,]0{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeWithFraction();

    [GeneratedRegex("^[0-9a-f]{24}$", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectId();
}
