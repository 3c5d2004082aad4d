using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OpsAutomation.Boards;

/// <summary>Text made safe to stand in a page.</summary>
internal static class PageText
{
    // What may stand unescaped keeps the source readable; the characters of markup are always escaped.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(text);
}
