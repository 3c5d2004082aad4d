using OpsAutomation.Exports.Mapping;

namespace OpsAutomation.Privacy;

/// <summary>A column's name as it is looked up: as a whole, and its words.</summary>
internal sealed class ColumnName
{
    // Shorter words occur inside others: "tel" in "dateLastActivity".
    private const int LeastInside = 6;

    private readonly string[] words;

    public ColumnName(string name)
    {
        Key = HeaderName.Key(name);
        words = [.. Split(name).Select(HeaderName.Key).Where(word => word.Length > 0)];
    }

    /// <summary>The whole name, folded.</summary>
    public string Key { get; }

    /// <summary>Whether one of the words is among those of the name; a long one also where it is a part of it.</summary>
    public bool Has(string[] known) => Array.Exists(known, Has);

    /// <summary>Whether a word is among those of the name; a long one also where it is a part of it.</summary>
    public bool Has(string word) => Array.IndexOf(words, word) >= 0 || Array.IndexOf(words, word + "s") >= 0 || (word.Length >= LeastInside && Key.Contains(word, StringComparison.Ordinal));

    // "dateLastActivity", "hs_object_id", "Contact - E-mail".
    private static IEnumerable<string> Split(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !(char.IsLetterOrDigit(name[i]) || name[i] is >= '\u0300' and <= '\u036f');
            if (!ends && !(i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
                continue;
            if (i > start)
                yield return name[start..i];
            start = ends ? i + 1 : i;
        }
    }
}
