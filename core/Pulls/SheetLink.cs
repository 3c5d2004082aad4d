using System.Text.RegularExpressions;

namespace OpsAutomation.Pulls;

/// <summary>
/// The link of a Google Sheet as people copy it shows a page; this gives the one that downloads the same sheet as CSV. Other links stay.
/// Source: Google's help on publishing sheets; the tab is named by <c>gid</c>, in the query or after the hash.
/// </summary>
internal static partial class SheetLink
{
    /// <summary>The link to download from.</summary>
    public static Uri Of(Uri link)
    {
        if (!link.IdnHost.Equals("docs.google.com", StringComparison.OrdinalIgnoreCase))
            return link;
        var tab = Tab().Match(link.Query + link.Fragment) is { Success: true } match ? "&gid=" + match.Groups[1].Value : "";
        if (Published().Match(link.AbsolutePath) is { Success: true } published)
            return new($"https://docs.google.com/spreadsheets/d/e/{published.Groups[1].Value}/pub?output=csv{(tab.Length > 0 ? tab + "&single=true" : "")}");
        return Shared().Match(link.AbsolutePath) is { Success: true } shared
            ? new($"https://docs.google.com/spreadsheets/d/{shared.Groups[1].Value}/export?format=csv{tab}")
            : link;
    }

    [GeneratedRegex(@"\A/spreadsheets/(?:u/\d+/)?d/e/([\w-]+)/pubhtml/?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Published();

    [GeneratedRegex(@"\A/spreadsheets/(?:u/\d+/)?d/([\w-]{2,})(?:/(?:edit|view|htmlview|preview)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shared();

    [GeneratedRegex(@"[?#&]gid=(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Tab();
}
