using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OpsAutomation.Notices;

/// <summary>The HTML of a notice: tables and inline styles, 640 pixels wide at most, light and dark; it reads in the right order when stripped.</summary>
internal static class NoticeHtml
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

    private const string Style = """
        :root{color-scheme:light dark;supported-color-schemes:light dark}
        @media (prefers-color-scheme:dark){.page{background:#16191d!important}.text{color:#e6e9ec!important}.muted{color:#a9b2bc!important}.rule{border-color:#3a424b!important}}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The document.</summary>
    public static string Render(Notice notice)
    {
        var output = new StringBuilder(4096);
        output.Append("<!DOCTYPE html>\n<html lang=\"").Append(notice.Locale.Id).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<title>").Append(Encoder.Encode(notice.Subject)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n")
            .Append("<body class=\"page\" style=\"margin:0;padding:0;background:#ffffff;\">\n")
            .Append("<table role=\"presentation\" width=\"640\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" align=\"center\" style=\"width:100%;max-width:640px;\"><tr>")
            .Append("<td class=\"text\" align=\"left\" style=\"padding:24px;color:#1f2933;").Append(Font).Append("\">\n");
        foreach (var paragraph in notice.Paragraphs)
            Paragraph(output, paragraph);
        Table(output, notice);
        foreach (var paragraph in notice.Closing)
            Paragraph(output, paragraph);
        if (notice.Footer is { } footer)
        {
            output.Append("<p style=\"margin:24px 0 0 0;font-size:12px;line-height:18px;\"><a class=\"muted\" href=\"").Append(Encoder.Encode(footer.Address.AbsoluteUri))
                .Append("\" style=\"color:#52606d;\">").Append(Encoder.Encode(footer.Text)).Append("</a></p>\n");
        }

        return output.Append("</td></tr></table>\n</body>\n</html>\n").ToString();
    }

    private static void Table(StringBuilder output, Notice notice)
    {
        if (notice.Rows.Count == 0)
            return;
        output.Append("<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 16px 0;border-collapse:collapse;\">\n<tr>");
        foreach (var column in notice.Columns)
        {
            output.Append("<th scope=\"col\" align=\"left\" class=\"muted rule\" style=\"padding:6px 12px 6px 0;border-bottom:1px solid #d9dee4;font-size:12px;font-weight:400;color:#52606d;text-align:left;\">")
                .Append(Encoder.Encode(column)).Append("</th>\n");
        }

        output.Append("</tr>\n");
        for (var i = 0; i < notice.Rows.Count; i++)
        {
            var row = notice.Rows[i];
            output.Append("<tr>");
            foreach (var cell in row)
            {
                output.Append("<td valign=\"top\" class=\"text rule\" style=\"padding:8px 12px 8px 0;border-bottom:1px solid #d9dee4;font-size:14px;line-height:20px;color:#1f2933;\">")
                    .Append(Encoder.Encode(cell)).Append("</td>\n");
            }

            output.Append("</tr>\n");
            if (i < notice.Links.Count)
                Button(output, notice.Links[i], row.Count);
        }

        output.Append("</table>\n");
    }

    // On a row of its own: a finger needs room, and a narrow screen has none beside the cells.
    private static void Button(StringBuilder output, NoticeLink link, int columns) => output
        .Append("<tr><td colspan=\"").Append(columns.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append("\" style=\"padding:8px 0 16px 0;\"><a href=\"")
        .Append(Encoder.Encode(link.Address.AbsoluteUri))
        .Append("\" style=\"display:inline-block;padding:12px 18px;border-radius:6px;background:#1f4e79;color:#ffffff;font-size:15px;font-weight:600;text-decoration:none;\">")
        .Append(Encoder.Encode(link.Text)).Append("</a></td></tr>\n");

    private static void Paragraph(StringBuilder output, string text) => output
        .Append("<p class=\"text\" style=\"margin:0 0 12px 0;font-size:16px;line-height:24px;color:#1f2933;\">").Append(Encoder.Encode(text)).Append("</p>\n");
}
