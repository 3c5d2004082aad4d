using System.IO.Enumeration;

namespace OpsAutomation.Pulls;

/// <summary>Names with <c>*</c> and <c>?</c>.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name is one of those meant; no pattern means any.</summary>
    public static bool Matches(IReadOnlyList<string> patterns, string name) =>
        patterns.Count == 0 || patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true));
}
