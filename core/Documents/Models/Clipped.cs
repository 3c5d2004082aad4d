namespace OpsAutomation.Documents.Models;

/// <summary>Texts cut for documents that must fit a page.</summary>
internal static class Clipped
{
    /// <summary>The text, or its beginning up to the last whole word within so many characters, with an ellipsis.</summary>
    public static string To(string text, int most)
    {
        var clean = Templating.MarkdownText.Clean(text);
        if (clean.Length <= most)
            return clean;
        var space = clean.LastIndexOf(' ', most - 1);
        var end = space > most / 2 ? space : most - 1;
        // Never between the halves of a surrogate pair.
        if (char.IsHighSurrogate(clean[end - 1]))
            end--;
        return clean[..end].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }
}
