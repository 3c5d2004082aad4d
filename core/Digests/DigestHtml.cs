using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using OpsAutomation.Kpis;

namespace OpsAutomation.Digests;

/// <summary>
/// The HTML body: tables and inline styles for clients that know nothing else, 600 pixels wide at most, light and dark. Stripped of its
/// tags it reads in the right order, since some servers make the text part anew from it.
/// </summary>
internal static class DigestHtml
{
    // What may stand unescaped keeps the mail small and its source readable; the characters of markup are always escaped.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
    private const string P = "margin:0 0 12px 0;font-size:16px;line-height:24px;";
    private const string Small = "margin:0 0 8px 0;font-size:14px;line-height:21px;";

    private const string Style = """
        :root{color-scheme:light dark;supported-color-schemes:light dark}
        @media (prefers-color-scheme:dark){
        .page{background:#16191d!important}.text{color:#e6e9ec!important}.muted{color:#a9b2bc!important}
        .rule{border-color:#3a424b!important}.box{background:#22272d!important}
        .link{color:#9cc4ea!important}.off{color:#ff9b91!important}.risk{color:#f2c14e!important}.on{color:#7ddba3!important}}
        @media (max-width:480px){.pad{padding-left:14px!important;padding-right:14px!important}.cell{padding-right:6px!important}}
        """;

    /// <summary>The document.</summary>
    public static string Render(string subject, DigestBody body, DigestReader reader)
    {
        var output = new StringBuilder(8192);
        output.Append("<!DOCTYPE html>\n<html lang=\"").Append(reader.Locale.Id).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n")
            .Append("<meta name=\"format-detection\" content=\"telephone=no,date=no,address=no\">\n")
            .Append("<title>").Append(Escape(subject)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n")
            .Append("<body class=\"page\" style=\"margin:0;padding:0;background:#ffffff;\">\n")
            .Append("<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all;\">").Append(Escape(body.Preheader)).Append("</div>\n")
            .Append("<table role=\"presentation\" class=\"page\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"background:#ffffff;\"><tr><td align=\"center\">\n")
            .Append("<table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;max-width:600px;\"><tr>\n")
            .Append("<td class=\"pad text\" align=\"left\" style=\"padding:24px;color:#1f2933;").Append(Font).Append("\">\n");

        Box(output, body.Notice, body.Approve);
        output.Append("<h1 class=\"muted\" style=\"margin:0 0 12px 0;font-size:14px;line-height:20px;font-weight:600;color:#52606d;\">").Append(Escape(body.Title)).Append("</h1>\n");
        Box(output, body.Corrections);
        output.Append("<p class=\"text\" style=\"margin:0 0 16px 0;font-size:19px;line-height:27px;font-weight:600;color:#1f2933;\">").Append(Escape(body.Headline)).Append("</p>\n");
        if (body.WithoutData.Length > 0)
            Paragraph(output, P, Escape(body.WithoutData));
        if (body.Sentence.Length > 0)
            Paragraph(output, P, Escape(body.Sentence));
        for (var i = 0; i < body.Movements.Count; i++)
            Paragraph(output, P, $"{i + 1}. <strong>{Escape(body.Movements[i].Figure)}</strong> {Escape(body.Movements[i].Detail)}");
        foreach (var comment in body.Comments)
            Paragraph(output, P, Escape(comment));
        Decisions(output, body);
        Table(output, body.Figures, reader);
        foreach (var note in body.FigureNotes)
            Paragraph(output, Small, Escape(note));
        if (body.Board is { } board)
            Paragraph(output, Small, Anchor(board.Url, board.Text));
        foreach (var line in body.Lines)
            Paragraph(output, Small, $"<strong>{Escape(line.Title)}</strong>{Said(line)}");
        output.Append("<p class=\"muted rule\" style=\"margin:16px 0 0 0;padding-top:12px;border-top:1px solid #d9dee4;font-size:13px;line-height:19px;color:#52606d;\">")
            .Append(Escape(body.Footer));
        if (body.Unsubscribe is { } way)
            output.Append("<br>\n<a class=\"muted\" href=\"").Append(Escape(way.Url.AbsoluteUri)).Append("\" style=\"color:#52606d;\">").Append(Escape(way.Text)).Append("</a>");
        output.Append("</p>\n</td></tr></table>\n</td></tr></table>\n</body>\n</html>\n");
        return output.ToString();
    }

    /// <summary>The body's text without its tags, as a server that makes the text part anew would have it.</summary>
    public static string Strip(string html)
    {
        var start = html.IndexOf("<body", StringComparison.Ordinal);
        var output = new StringBuilder();
        var inside = false;
        foreach (var c in html.AsSpan(Math.Max(0, start)))
        {
            if (c == '<')
                inside = true;
            else if (c == '>' && inside)
            {
                inside = false;
                output.Append(' ');
            }
            else if (!inside)
            {
                output.Append(c);
            }
        }

        return WebUtility.HtmlDecode(output.ToString());
    }

    private static string Said(DigestLine line) => line.Items.Count == 0
        ? $" {Escape(line.Text)}"
        : string.Concat(line.Items.Select(item => $"<br>\n{(item.Url is { } url ? Anchor(url, item.Text) : Escape(item.Text))}"));

    private static string Anchor(Uri url, string text) => $"<a class=\"link\" href=\"{Escape(url.AbsoluteUri)}\" style=\"color:#1f4e79;\">{Escape(text)}</a>";

    private static void Box(StringBuilder output, IReadOnlyList<string> lines, DigestLink? link = null)
    {
        if (lines.Count == 0)
            return;
        OpenBox(output);
        Paragraph(output, P, string.Join("<br>\n", link is null ? lines.Select(Escape) : [.. lines.Select(Escape), Anchor(link.Url, link.Text)]));
        CloseBox(output);
    }

    private static void Decisions(StringBuilder output, DigestBody body)
    {
        if (body.Reply.Length == 0)
            return;
        OpenBox(output);
        foreach (var decision in body.Decisions)
        {
            var answer = decision.Answer is { } link ? $"<br>\n{Anchor(link.Url, link.Text)}" : "";
            Paragraph(output, P, $"<strong>{Escape(decision.Title)}</strong> {Escape(decision.Detail)}{answer}");
        }

        Paragraph(output, P, Escape(body.Reply));
        CloseBox(output);
    }

    private static void OpenBox(StringBuilder output) => output
        .Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:4px 0 16px 0;\"><tr>")
        .Append("<td class=\"box text rule\" style=\"padding:12px 14px 0 14px;background:#f4f6f8;border-left:3px solid #52606d;color:#1f2933;").Append(Font).Append("\">\n");

    private static void CloseBox(StringBuilder output) => output.Append("</td></tr></table>\n");

    private static void Table(StringBuilder output, IReadOnlyList<DigestFigure> figures, DigestReader reader)
    {
        if (figures.Count == 0)
            return;
        output.Append("<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 16px 0;border-collapse:collapse;\">\n<tr>");
        Head(output, reader.Say("KPI", "indicateur"), "left");
        Head(output, reader.Say("value, change", "valeur, évolution"), "right");
        Head(output, reader.Say("status, target", "statut, cible"), "left");
        Head(output, reader.Say("trend", "tendance"), "left");
        output.Append("</tr>\n");
        foreach (var figure in figures)
        {
            output.Append("<tr>");
            Cell(output, "left", $"<strong>{Escape(figure.Label)}</strong>", string.Join("<br>\n", new[] { figure.Note.Length == 0 ? "" : $"({Escape(figure.Note)})", Remedy(figure) }.Where(text => text.Length > 0)));
            Cell(output, "right", $"<strong{(figure.Value.Length <= 16 ? " style=\"white-space:nowrap;\"" : "")}>{Escape(figure.Value)}</strong>", Escape(figure.Change));
            Cell(output, "left", $"<span class=\"{Tone(figure.Status)}\" style=\"color:{Colour(figure.Status)};font-weight:600;white-space:nowrap;\">{figure.Symbol}\u00a0{Escape(figure.Word)}</span>", Escape(figure.Target));
            var trend = figure.Trend.Length == 0
                ? ""
                : $"<span role=\"img\" aria-label=\"{Escape(figure.TrendText)}\" title=\"{Escape(figure.TrendText)}\" style=\"white-space:nowrap;font-size:12px;letter-spacing:-0.5px;font-family:'Segoe UI Symbol','DejaVu Sans',Arial,sans-serif;\">{figure.Trend}</span>";
            Cell(output, "left", trend, "");
            output.Append("</tr>\n");
        }

        output.Append("</table>\n");
    }

    private static void Head(StringBuilder output, string text, string align) => output
        .Append("<th scope=\"col\" align=\"").Append(align).Append("\" class=\"cell muted rule\" style=\"padding:6px 12px 6px 0;border-bottom:1px solid #d9dee4;font-size:12px;line-height:16px;font-weight:400;color:#52606d;text-align:")
        .Append(align).Append(";\">").Append(text).Append("</th>\n");

    private static void Cell(StringBuilder output, string align, string first, string second)
    {
        output.Append("<td align=\"").Append(align).Append("\" valign=\"top\" class=\"cell text rule\" style=\"padding:8px 12px 8px 0;border-bottom:1px solid #d9dee4;font-size:14px;line-height:20px;color:#1f2933;text-align:")
            .Append(align).Append(";\">").Append(first);
        if (second.Length > 0)
            output.Append("<br>\n<span class=\"muted\" style=\"font-size:13px;color:#52606d;\">").Append(second).Append("</span>");
        output.Append("</td>\n");
    }

    private static string Remedy(DigestFigure figure) => figure.Remedy.Length == 0 ? ""
        : "→ " + (figure.RemedyUrl is { } url ? Anchor(url, figure.Remedy) : Escape(figure.Remedy));

    private static void Paragraph(StringBuilder output, string style, string html) =>
        output.Append("<p class=\"text\" style=\"").Append(style).Append("color:#1f2933;\">").Append(html).Append("</p>\n");

    private static string Tone(KpiStatus status) => status switch
    {
        KpiStatus.OffTarget => "off",
        KpiStatus.AtRisk => "risk",
        KpiStatus.OnTarget => "on",
        _ => "muted",
    };

    // At least 4.5:1 on white (WCAG AA); the dark counterparts are in the style sheet.
    private static string Colour(KpiStatus status) => status switch
    {
        KpiStatus.OffTarget => "#b42318",
        KpiStatus.AtRisk => "#8a5a00",
        KpiStatus.OnTarget => "#1e6b45",
        _ => "#52606d",
    };

    private static string Escape(string text) => Encoder.Encode(text);
}
