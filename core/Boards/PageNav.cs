using System.Text;

namespace OpsAutomation.Boards;

/// <summary>The links at the head of a page: where else to go, and the same page in the other language.</summary>
internal static class PageNav
{
    public const string Portfolio = "portfolio";

    public static void Write(StringBuilder body, PageWords words, PageLinks links, string self, params (string Path, string Text)[] others)
    {
        var other = words.Language == Language.French ? Language.English : Language.French;
        var tag = LanguageCode.Of(other);
        body.Append("<nav aria-label=\"Pages\">\n<ul>\n");
        if (self != Portfolio && !links.IsReaders)
            others = [.. others, ("../../" + Portfolio, words.Say("All clients", "Tous les clients"))];
        foreach (var (path, text) in others)
            body.Append("<li><a href=\"").Append(links.To(path)).Append("\">").Append(PageText.Encode(text)).Append("</a></li>\n");
        body.Append("<li><a href=\"").Append(links.To(self, other)).Append("\" hreflang=\"").Append(tag).Append("\" lang=\"").Append(tag).Append("\">")
            .Append(other == Language.French ? "Français" : "English").Append("</a></li>\n</ul>\n</nav>\n");
    }
}
