using System.Net;
using System.Text.RegularExpressions;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>Makes the text of an HTML body, as a server does that keeps one body only.</summary>
internal static partial class HtmlText
{
    public static string Of(string html)
    {
        var body = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        var text = BlockPattern().Replace(body < 0 ? html : html[body..], "\n");
        return BlankPattern().Replace(WebUtility.HtmlDecode(TagPattern().Replace(text, "")), "\n\n").Trim();
    }

    [GeneratedRegex(@"</?(p|div|tr|table|h\d|br|li)\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockPattern();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"\n\s*\n\s*")]
    private static partial Regex BlankPattern();
}
