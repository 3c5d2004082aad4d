using System.Text.Encodings.Web;
using System.Text.Unicode;
using OpsAutomation.Digests;

namespace OpsAutomation.Links;

/// <summary>The plain page of a signed link: a title and what stands below it. A form on it posts to where the page came from.</summary>
internal static class LinkPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text made safe to stand in the page or in a quoted attribute.</summary>
    public static string Encode(string text) => Encoder.Encode(CleanText.Visible(text));

    /// <summary>The document.</summary>
    /// <param name="language">The language of its texts: a tag.</param>
    /// <param name="title">The title.</param>
    /// <param name="body">What stands below it: markup.</param>
    public static string Render(string language, string title, string body) =>
        $$"""
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="format-detection" content="telephone=no,date=no,address=no">
        <meta name="robots" content="noindex">
        <title>{{Encode(title)}}</title>
        <style>
        :root{color-scheme:light dark;--soft:#52606d;--line:#8a96a3;--accent:#1f4e79;--on:#1e6b45;--off:#b42318}
        @media (prefers-color-scheme:dark){:root{--soft:#a9b2bc;--line:#75818d;--accent:#9cc4ea;--on:#7ddba3;--off:#ff9b91} }
        *{box-sizing:border-box}
        body{margin:0;padding:32px 20px;font:17px/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;overflow-wrap:break-word}
        main{max-width:36em;margin:0 auto}
        h1{font-size:1.4em;line-height:1.3;margin:0 0 .6em}
        p,ul,dl{margin:0 0 1em} ul{padding-left:1.2em}
        .lead{font-size:1.1em;font-weight:600} .soft,dt{color:var(--soft);font-size:.92em} dd{margin:0 0 .5em}
        .said{border-left:4px solid var(--on);padding:2px 0 2px 14px} .missed{border-left:4px solid var(--off);padding:2px 0 2px 14px}
        fieldset{border:0;padding:0;margin:0 0 1em} legend{font-weight:600;padding:0;margin:0 0 .3em}
        .choice{display:flex;gap:10px;align-items:flex-start;min-height:44px;padding:9px 0} .choice input{width:22px;height:22px;margin:2px 0 0;flex:none}
        .field{display:block;margin:0 0 1em} .field span{display:block;margin:0 0 4px}
        textarea{width:100%;font:inherit;padding:10px;border:1px solid var(--line);border-radius:6px}
        button{font:inherit;font-weight:600;min-height:44px;padding:10px 20px;border:1px solid currentColor;border-radius:6px;cursor:pointer}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        </style>
        </head>
        <body>
        <main>
        <h1>{{Encode(title)}}</h1>
        {{body}}</main>
        </body>
        </html>

        """;
}
