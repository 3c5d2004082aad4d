namespace OpsAutomation.Boards;

/// <summary>What every page has around its content: needs nothing else, follows the reader's light or dark, prints on paper.</summary>
internal static class PageShell
{
    public static string Write(string title, string languageTag, string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="{PageText.Encode(languageTag)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="format-detection" content="telephone=no,date=no,address=no">
        <meta name="robots" content="noindex">
        <title>{PageText.Encode(title)}</title>
        <style>
        {PageStyle.Sheet}
        </style>
        </head>
        <body>
        <main>
        {body}</main>
        </body>
        </html>

        """;
}
