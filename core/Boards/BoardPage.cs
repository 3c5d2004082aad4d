using System.Text;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;

namespace OpsAutomation.Boards;

/// <summary>The board as a page.</summary>
public static class BoardPage
{
    /// <summary>The page; its links are relative to <c>engagements/{engagement}/board</c>.</summary>
    public static string Write(Board board, PageLinks links)
    {
        var words = new PageWords(board.Locale.Language);
        var body = new StringBuilder();
        body.Append("<header>\n<h1>").Append(PageText.Encode(board.Client)).Append("</h1>\n<p class=\"soft\">")
            .Append(PageText.Encode(words.Say("Board", "Tableau de bord"))).Append(" · ").Append(PageText.Encode(board.Day)).Append("</p>\n");
        PageNav.Write(body, words, links, self: "board", ("documents", "Documents"));
        body.Append("</header>\n");
        Late(body, board, words);
        Decisions(body, board, words);
        Figures(body, board, words, links);
        Plan(body, board, words);
        Checklists(body, board, words, links);
        BoardDocuments.Write(body, board, words, links);
        Sources(body, board, words);
        if (board.Notes.Count > 0)
        {
            PageSection.Open(body, "notes", words.Say("To know", "À savoir"));
            PageSection.List(body, board.Notes.Select(PageText.Encode));
            PageSection.Close(body);
        }

        return PageShell.Write($"{board.Client} · {words.Say("Board", "Tableau de bord")}", board.Locale.Id, body.ToString());
    }

    private static void Late(StringBuilder body, Board board, PageWords words)
    {
        PageSection.Open(body, "late", words.Say("What is late", "En retard"));
        if (board.Late.Count == 0)
        {
            PageSection.Paragraph(body, "✓ " + words.Say("Nothing is late.", "Rien n'est en retard."));
        }
        else
        {
            PageSection.List(body, board.Late.Select(item =>
                $"<span class=\"off\">✕</span> <strong>{PageText.Encode(item.Text)}</strong> ({PageText.Encode(item.Kind)})<br>\n<span class=\"soft\">{PageText.Encode(item.Since)} · {PageText.Encode(item.Owner)}</span>"));
        }

        PageSection.Close(body);
    }

    private static void Decisions(StringBuilder body, Board board, PageWords words)
    {
        PageSection.Open(body, "decisions", words.Say("Decisions needed", "Décisions attendues"));
        if (board.Decisions.Count == 0)
        {
            PageSection.Paragraph(body, "✓ " + words.Say("Nothing needs a decision.", "Rien ne demande de décision."));
        }
        else
        {
            PageSection.List(body, board.Decisions.Select(item =>
            {
                var who = string.Join(" · ", new[] { item.Owner, item.Due }.Where(text => text.Length > 0).Select(PageText.Encode));
                var when = who.Length == 0 ? "" : $"<br>\n<span class=\"{(item.Overdue ? "off" : "soft")}\">{(item.Overdue ? "✕ " : "")}{who}</span>";
                return $"<strong>{PageText.Encode(item.Id)}</strong> {PageText.Encode(item.Question)}<br>\n<span class=\"soft\">{PageText.Encode(item.Detail)}</span>{when}";
            }));
        }

        PageSection.Close(body);
    }

    private static void Figures(StringBuilder body, Board board, PageWords words, PageLinks links)
    {
        PageSection.Open(body, "figures", words.Say("KPIs", "Indicateurs"));
        var table = new PageTable(
            words.Say("The last complete period of each, against the one before.", "La dernière période complète de chacun, comparée à la précédente."),
            words.Say("KPI", "indicateur"), words.Say("value", "valeur"), words.Say("change", "évolution"), words.Say("target", "cible"),
            words.Say("status", "statut"), words.Say("trend", "tendance"), words.Say("owner", "responsable"));
        foreach (var line in board.Figures)
        {
            var (figure, owner) = line;
            var note = figure.Note.Length == 0 ? "" : $"<br>\n<span class=\"soft\">{PageText.Encode(figure.Note)}</span>";
            var trend = figure.Trend.Length == 0
                ? ""
                : $"<span class=\"trend\" role=\"img\" aria-label=\"{PageText.Encode(figure.TrendText)}\" title=\"{PageText.Encode(figure.TrendText)}\">{PageText.Encode(figure.Trend)}</span>";
            table.Add(
                PageText.Encode(figure.Label) + note + BoardDocuments.Remedy(line.Remedy, words, links),
                $"<strong>{PageText.Encode(figure.Value)}</strong>",
                PageText.Encode(figure.Change),
                PageText.Encode(figure.Target),
                PageSection.Status(figure.Symbol, figure.Word, ToneOf(figure.Status)),
                trend,
                PageText.Encode(owner));
        }

        body.Append(table);
        PageSection.Close(body);
    }

    private static void Plan(StringBuilder body, Board board, PageWords words)
    {
        if (board.Milestones.Count == 0)
            return;
        PageSection.Open(body, "plan", "30-60-90");
        var table = new PageTable(
            words.Say("Milestones and their exit criteria.", "Jalons et leurs critères d'achèvement."),
            words.Say("milestone", "jalon"), words.Say("status", "statut"), words.Say("criteria met", "critères remplis"), words.Say("due", "échéance"),
            words.Say("owner", "responsable"));
        foreach (var milestone in board.Milestones)
        {
            table.Add(
                $"{PageText.Encode(milestone.Day)} · {PageText.Encode(milestone.Title)}",
                PageSection.Status(milestone.Symbol, milestone.Word, ToneOf(milestone.State)),
                PageText.Encode(milestone.Criteria),
                PageText.Encode(milestone.Due),
                PageText.Encode(milestone.Owner));
        }

        body.Append(table);
        PageSection.Close(body);
    }

    private static void Checklists(StringBuilder body, Board board, PageWords words, PageLinks links)
    {
        if (board.Checklists.Count == 0)
            return;
        PageSection.Open(body, "checklists", words.Say("Checklists", "Check-lists"));
        var table = new PageTable(
            words.Say("What was started, and how far it is.", "Ce qui a été démarré, et où cela en est."),
            words.Say("checklist", "check-list"), words.Say("done", "fait"), words.Say("status", "statut"), words.Say("next", "à faire ensuite"));
        foreach (var checklist in board.Checklists)
        {
            table.Add(
                $"<strong>{PageText.Encode(checklist.Id)}</strong> {PageText.Encode(checklist.Title)}<br>\n<span class=\"soft\">{PageText.Encode(checklist.Since)}</span>",
                PageText.Encode(checklist.Progress),
                PageSection.Status(checklist.Symbol, checklist.Word, checklist.Tone),
                PageText.Encode(checklist.Next));
        }

        body.Append(table);
        foreach (var checklist in board.Checklists)
            ChecklistLines.Write(body, checklist, words, links);
        PageSection.Close(body);
    }

    private static void Sources(StringBuilder body, Board board, PageWords words)
    {
        PageSection.Open(body, "sources", words.Say("Sources", "Sources"));
        if (board.Sources.Count == 0)
        {
            PageSection.Paragraph(body, words.Say("Nothing was imported yet.", "Rien n'a encore été importé."));
        }
        else
        {
            var table = new PageTable(
                words.Say("Where the figures come from, and of which day they are.", "D'où viennent les chiffres, et de quel jour ils sont."),
                words.Say("source", "source"), words.Say("data of", "données du"), words.Say("age", "âge"), words.Say("rows", "lignes"), words.Say("status", "statut"));
            foreach (var source in board.Sources)
            {
                var rows = source.Rejected.Length == 0 ? source.Rows : $"{source.Rows}, {source.Rejected}";
                table.Add(
                    PageText.Encode(source.Name), PageText.Encode(source.Taken), PageText.Encode(source.Age), PageText.Encode(rows),
                    PageSection.Status(source.Symbol, source.Word, source.Stale ? "off" : "on"));
            }

            body.Append(table);
        }

        PageSection.Close(body);
    }

    private static string ToneOf(KpiStatus status) => status switch
    {
        KpiStatus.OffTarget => "off",
        KpiStatus.AtRisk => "risk",
        KpiStatus.OnTarget => "on",
        _ => "soft",
    };

    private static string ToneOf(MilestoneState state) => state switch
    {
        MilestoneState.Late => "off",
        MilestoneState.AtRisk => "risk",
        MilestoneState.Done or MilestoneState.DoneLate => "on",
        _ => "soft",
    };
}
