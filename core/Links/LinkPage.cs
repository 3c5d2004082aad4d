using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OpsAutomation.Links;

/// <summary>The plain page of a signed link: a title, sentences, and at most one button that posts to where the page came from.</summary>
internal static class LinkPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The document.</summary>
    /// <param name="language">The language of its texts: a tag.</param>
    /// <param name="title">The title.</param>
    /// <param name="paragraphs">The sentences.</param>
    /// <param name="button">The words of the button; null for none.</param>
    public static string Render(string language, string title, IEnumerable<string> paragraphs, string? button = null)
    {
        var text = string.Concat(paragraphs.Select(paragraph => $"<p>{Encoder.Encode(paragraph)}</p>\n"));
        // The field is what RFC 8058 has mail clients post: the answer is the same.
        var form = button is null
            ? ""
            : $"<form method=\"post\">\n<input type=\"hidden\" name=\"List-Unsubscribe\" value=\"One-Click\">\n<button type=\"submit\">{Encoder.Encode(button)}</button>\n</form>\n";
        return $$"""
            <!DOCTYPE html>
            <html lang="{{language}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{{Encoder.Encode(title)}}</title>
            <style>
            :root{color-scheme:light dark}
            body{margin:0;padding:48px 20px;font:17px/1.5 system-ui,sans-serif}
            main{max-width:34em;margin:0 auto}
            h1{font-size:1.4em;line-height:1.3}
            button{font:inherit;font-weight:600;padding:12px 20px;border:1px solid currentColor;border-radius:6px;cursor:pointer}
            </style>
            </head>
            <body>
            <main>
            <h1>{{Encoder.Encode(title)}}</h1>
            {{text}}{{form}}</main>
            </body>
            </html>

            """;
    }
}
