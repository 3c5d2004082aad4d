using OpsAutomation.Exports.Profiles;

namespace OpsAutomation.Exports.Mapping;

/// <summary>
/// Finds what a vendor's word means, such as <c>won</c> for <c>Fermée gagnée</c>: the profile's words first, then the common ones.
/// Words that were seen are remembered, so that a column of a few words costs one look-up a row.
/// </summary>
public sealed class WordList
{
    private const int MaxRemembered = 4096;
    private readonly List<(HeaderPattern Pattern, string Meaning)> patterns = [];
    private readonly Dictionary<string, string> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<byte[], string?> seen = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], string?>.AlternateLookup<ReadOnlySpan<byte>> seenLookup;

    /// <summary>Creates a list from words by meaning; the first list that knows a word decides.</summary>
    public WordList(params IReadOnlyDictionary<string, IReadOnlyList<string>>[] lists)
    {
        foreach (var list in lists)
        {
            foreach (var (meaning, words) in list)
            {
                foreach (var word in words)
                {
                    var pattern = new HeaderPattern(word);
                    if (pattern.IsWide)
                        patterns.Add((pattern, meaning));
                    else if (HeaderName.Key(word) is { Length: > 0 } key)
                        exact.TryAdd(key, meaning);
                }
            }
        }

        seenLookup = seen.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>The meaning of a word in UTF-8, or null.</summary>
    public string? Find(ReadOnlySpan<byte> word)
    {
        if (word.IsEmpty)
            return null;
        if (seenLookup.TryGetValue(word, out var meaning))
            return meaning;
        meaning = MeaningOf(HeaderName.Key(System.Text.Encoding.UTF8.GetString(word)));
        if (seen.Count < MaxRemembered)
            seenLookup[word] = meaning;
        return meaning;
    }

    private string? MeaningOf(string key)
    {
        if (key.Length == 0)
            return null;
        return exact.TryGetValue(key, out var meaning) ? meaning : patterns.Find(entry => entry.Pattern.Matches(key)).Meaning;
    }
}
