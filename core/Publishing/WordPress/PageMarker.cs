using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace OpsAutomation.Publishing.WordPress;

/// <summary>The comment at the end of a page of ours: which page it is, and what it was sent with. Readers of the site do not see it.</summary>
/// <param name="Page">The page: <c>atelier-lumen/fr/sop-incident</c>.</param>
/// <param name="Hash">The hash of the content, as the publisher has it.</param>
/// <param name="Title">A hash of the title.</param>
/// <param name="IsIntact">Whether what stands before it is what it was sent with.</param>
internal sealed partial record PageMarker(string Page, string Hash, string Title, bool IsIntact)
{
    /// <summary>The content with the marker.</summary>
    public static string Append(string content, string page, string hash, string title) =>
        $"{content}\n<!-- opsautomation {page} {hash} {HashOf(title)} {HashOf(content)} -->";

    /// <summary>The marker of a page's content, or null where it has none.</summary>
    public static PageMarker? Find(string content) => Shape().Match(content) is { Success: true } match
        ? new(match.Groups["page"].Value, match.Groups["hash"].Value, match.Groups["title"].Value, HashOf(content[..match.Index]) == match.Groups["own"].Value)
        : null;

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    [GeneratedRegex(
        @"\n<!-- opsautomation (?<page>[a-z0-9/-]{1,200}) (?<hash>[0-9a-f]{64}) (?<title>[0-9a-f]{32}) (?<own>[0-9a-f]{32}) -->\s*\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
