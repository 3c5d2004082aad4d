using System.Text;
using OpsAutomation.Links.Acts;

namespace OpsAutomation.Boards;

/// <summary>
/// The open lines of checklists on a board, each with a form of its own where the reader may tick. The address that a form posts to is signed for that
/// reader and that checklist, so that no other site can make a browser tick anything; without the right the lines are only shown.
/// </summary>
internal static class ChecklistLines
{
    /// <summary>Writes the lines of a checklist; nothing where all are ticked.</summary>
    public static void Write(StringBuilder body, BoardChecklist checklist, PageWords words, PageLinks links)
    {
        if (checklist.Lines.Count == 0)
            return;
        var token = links.SignItem?.Invoke(ItemId.Of(ItemId.Checklist, checklist.Id));
        body.Append("<details id=\"").Append(PageText.Encode(checklist.Id)).Append(checklist.Lines.Any(line => line.Late) ? "\" open>\n<summary>" : "\">\n<summary>")
            .Append(PageText.Encode($"{checklist.Id} · {checklist.Title}")).Append(PageText.Encode(words.Say(": still to do", "\u00a0: reste à faire"))).Append("</summary>\n<ul class=\"ticks\">\n");
        foreach (var line in checklist.Lines)
            Line(body, line, token, words, links);
        body.Append("</ul>\n</details>\n");
    }

    private static void Line(StringBuilder body, BoardLine line, string? token, PageWords words, PageLinks links)
    {
        body.Append("<li>").Append(line.Late ? "<span class=\"off\">✕</span> " : "").Append(PageText.Encode(line.Text));
        if (line.Who.Length > 0)
            body.Append("<br>\n<span class=\"").Append(line.Late ? "off" : "soft").Append("\">").Append(PageText.Encode(line.Who)).Append("</span>");
        if (token is not null)
        {
            var note = PageText.Encode(words.Say($"What shows that {line.Id} is done", $"Ce qui montre que {line.Id} est fait"));
            body.Append("\n<form method=\"post\" action=\"").Append((links with { Token = null }).To("../../act/" + token)).Append("\">")
                .Append("<input type=\"hidden\" name=\"").Append(ActForm.Choice).Append("\" value=\"").Append(PageText.Encode(line.Id)).Append("\">")
                .Append("<input type=\"hidden\" name=\"").Append(ActForm.Board).Append("\" value=\"").Append(PageText.Encode(links.Token ?? "")).Append("\">")
                .Append("<input type=\"text\" name=\"").Append(ActForm.Note).Append("\" maxlength=\"500\" aria-label=\"").Append(note)
                .Append("\" placeholder=\"").Append(PageText.Encode(words.Say("proof (optional)", "preuve (facultatif)"))).Append("\">")
                .Append("<button type=\"submit\" aria-label=\"").Append(PageText.Encode(words.Say($"Tick {line.Id}", $"Cocher {line.Id}"))).Append("\">")
                .Append(PageText.Encode(words.Say("Tick", "Cocher"))).Append("</button></form>");
        }

        body.Append("</li>\n");
    }
}
