using System.Text;

namespace OpsAutomation.Boards;

/// <summary>The portfolio as a page.</summary>
public static class PortfolioPage
{
    /// <summary>The page; its links are relative to <c>portfolio</c>.</summary>
    public static string Write(Portfolio portfolio, PageLinks links)
    {
        var words = new PageWords(portfolio.Language);
        var title = words.Say("Client portfolio", "Portefeuille clients");
        var body = new StringBuilder();
        body.Append("<header>\n<h1>").Append(title).Append("</h1>\n<p class=\"soft\">")
            .Append(words.Say("The client that most needs attention comes first.", "Le client qui demande le plus d'attention vient en premier.")).Append("</p>\n");
        PageNav.Write(body, words, links, self: PageNav.Portfolio);
        body.Append("</header>\n");
        if (portfolio.Lines.Count == 0)
        {
            PageSection.Paragraph(body, words.Say("There is no client yet.", "Il n'y a pas encore de client."));
        }
        else
        {
            var table = new PageTable(
                words.Say("One line for each client.", "Une ligne par client."),
                words.Say("client", "client"), words.Say("state", "état"), words.Say("needs attention", "demande de l'attention"), words.Say("next milestone", "prochain jalon"));
            foreach (var line in portfolio.Lines)
                Add(table, line, words, links);
            body.Append(table);
        }

        return PageShell.Write(title, LanguageCode.Of(portfolio.Language), body.ToString());
    }

    private static void Add(PageTable table, PortfolioLine line, PageWords words, PageLinks links)
    {
        var reasons = line.Weight switch
        {
            < 0 => "",
            0 => PageSection.Status("✓", words.Say("nothing", "rien"), "on"),
            _ => string.Join("<br>\n", line.Reasons.Select(reason => PageText.Encode(reason).ReplaceLineEndings("<br>\n"))),
        };
        table.Add(
            $"<a href=\"{links.To($"engagements/{line.Engagement.Value}/board")}\">{PageText.Encode(line.Client)}</a>",
            PageText.Encode(line.State),
            reasons,
            PageText.Encode(line.Next));
    }
}
