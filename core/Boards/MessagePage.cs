namespace OpsAutomation.Boards;

/// <summary>A page that says one thing.</summary>
public static class MessagePage
{
    /// <summary>The page.</summary>
    public static string Write(string title, string text, Language language) =>
        PageShell.Write(title, LanguageCode.Of(language), $"<h1>{PageText.Encode(title)}</h1>\n<p>{PageText.Encode(text)}</p>\n");
}
