using System.Reflection;
using OpsAutomation.Exports.Profiles;

namespace OpsAutomation.Exports.Mapping;

/// <summary>The words for statuses, kinds and intervals that are common to vendors, in both languages (words.yaml).</summary>
internal static class CommonWords
{
    private static readonly Lazy<Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>> Lists = new(Read);

    /// <summary>The words of one list by meaning.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(string list) => Lists.Value[list];

    private static Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Mapping/words.yaml")!);
        return YamlPlace.Read("words.yaml", reader.ReadToEnd()).Entries().ToDictionary(
            list => list.Key,
            list => (IReadOnlyDictionary<string, IReadOnlyList<string>>)list.Value.Entries().ToDictionary(words => words.Key, words => words.Value.Texts(), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}
