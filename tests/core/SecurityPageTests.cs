using System.Text.RegularExpressions;

namespace OpsAutomation.Core.Tests;

/// <summary>docs/security.md names a test for every threat: each of them is there.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Every_threat_names_tests_that_exist()
    {
        var root = Repository();
        var classes = Directory.EnumerateFiles(Path.Combine(root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
            .ToHashSet(StringComparer.Ordinal);
        var threats = File.ReadAllLines(Path.Combine(root, "docs", "security.md"))
            .SkipWhile(line => !line.StartsWith("| threat ", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => !cells[1].StartsWith("**", StringComparison.Ordinal))
            .ToList();

        threats.Count.ShouldBeGreaterThan(25);
        foreach (var cells in threats)
        {
            var named = Named().Matches(cells[3]).Select(match => match.Groups["name"].Value).ToList();
            named.ShouldNotBeEmpty(cells[1]);
            named.Except(classes, StringComparer.Ordinal).ShouldBeEmpty(cells[1]);
        }
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OpsAutomation.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The repository is not around the tests.");
        return folder;
    }

    [GeneratedRegex(@"\bclass (?<name>[A-Za-z0-9_]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();

    [GeneratedRegex("`(?<name>[A-Za-z0-9_]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
