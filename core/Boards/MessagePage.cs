namespace OpsAutomation.Boards;

/// <summary>A page that says one thing.</summary>
public static class MessagePage
{
    /// <summary>The page.</summary>
    /// <param name="title">The title.</param>
    /// <param name="text">What it says.</param>
    /// <param name="language">The language of both.</param>
    /// <param name="link">The words and the address of the one way on; null for none.</param>
    public static string Write(string title, string text, Language language, (string Text, string Address)? link = null)
    {
        var way = link is var (words, address) ? $"<p><a href=\"{PageText.Encode(address)}\">{PageText.Encode(words)}</a></p>\n" : "";
        return PageShell.Write(title, LanguageCode.Of(language), $"<h1>{PageText.Encode(title)}</h1>\n<p>{PageText.Encode(text)}</p>\n{way}");
    }
}
