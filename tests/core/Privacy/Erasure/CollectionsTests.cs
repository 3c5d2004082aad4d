using System.Text.RegularExpressions;
using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Core.Tests.Privacy.Erasure;

public sealed partial class CollectionsTests
{
    // Hashes, ids and versions only, names of secrets, or what erasure itself keeps; the manifest of facts has an eraser of its own.
    private static readonly string[] WithoutTexts = ["audit-keys", "erasures", "erasure-items", "erasure-copies", "erasure-key", "erasure-replaced", "erasure-records", "facts", "feed-names", "feed-tokens", "links", "schema"];

    [Fact]
    public void Every_collection_of_the_code_is_searched_by_erasure()
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "OpsAutomation.sln")))
            root = Path.GetDirectoryName(root);
        Assert.SkipWhen(root is null, "The sources are not here.");
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root!, "core"), "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            if (!text.Contains("StateKey", StringComparison.Ordinal) && !text.Contains("IStateStore", StringComparison.Ordinal) && !text.Contains("StateChange", StringComparison.Ordinal) && !text.Contains("Collection", StringComparison.Ordinal))
                continue;
            missing.UnionWith(Named().Matches(text).Concat(Keyed().Matches(text)).Select(match => match.Groups[1].Value));
        }

        missing.Count.ShouldBeGreaterThan(20);
        missing.ExceptWith(StateEraser.Collections);
        missing.ExceptWith(WithoutTexts);
        missing.ShouldBeEmpty();
    }

    [GeneratedRegex("const string (?:\\w*Collection|Records|Pauses|Events|Deliveries|Chains|Origins|Keys|Items|Copies|Replaced|Bodies|Seen|Runs|Links|Tokens|Names) = \"([a-z-]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex("StateKey(?: \\w+ = new)?\\(\"([a-z-]+)\"")]
    private static partial Regex Keyed();
}
