using System.Globalization;
using System.Text;
using OpsAutomation.Digests;

namespace OpsAutomation.Links.Acts;

/// <summary>The page of an item: what it is, what can be done about it, and in whose name.</summary>
internal static class ActPage
{
    public static string Render(ActView view, ActVisit visit)
    {
        var body = new StringBuilder();
        body.Append("<p class=\"soft\">").Append(LinkPage.Encode(visit.Label(visit.Engagement.Name))).Append("</p>\n");
        if (view.Said.Length > 0)
            body.Append("<p class=\"said\" role=\"status\">✓ ").Append(LinkPage.Encode(view.Said)).Append("</p>\n");
        if (view.Missed.Length > 0)
            body.Append("<p class=\"missed\" role=\"alert\">✕ ").Append(LinkPage.Encode(view.Missed)).Append("</p>\n");
        if (view.Lead.Length > 0)
            body.Append("<p class=\"lead\">").Append(LinkPage.Encode(view.Lead)).Append("</p>\n");
        if (view.Facts.Count > 0)
        {
            body.Append("<dl>\n");
            foreach (var (label, text) in view.Facts)
                body.Append("<dt>").Append(LinkPage.Encode(label)).Append("</dt><dd>").Append(LinkPage.Encode(text)).Append("</dd>\n");
            body.Append("</dl>\n");
        }

        if (view.Link is { } link)
            body.Append("<p><a href=\"").Append(LinkPage.Encode(link.Url)).Append("\">").Append(LinkPage.Encode(link.Text)).Append("</a></p>\n");
        if (view.Fields is { } fields)
            Form(body, fields);
        if (view.Hint.Length > 0)
            body.Append("<p>").Append(LinkPage.Encode(view.Hint)).Append("</p>\n");
        body.Append("<p class=\"soft\">").Append(LinkPage.Encode(Who(visit))).Append("</p>\n");
        return LinkPage.Render(visit.Locale.Id, view.Title, body.ToString());
    }

    private static void Form(StringBuilder body, ActFields fields)
    {
        body.Append("<form method=\"post\">\n");
        if (fields.Choices.Count > 0)
        {
            body.Append("<fieldset>\n<legend>").Append(LinkPage.Encode(fields.Legend)).Append("</legend>\n");
            foreach (var (value, text) in fields.Choices)
            {
                body.Append("<label class=\"choice\"><input type=\"").Append(fields.Several ? "checkbox" : "radio").Append("\" name=\"").Append(ActForm.Choice)
                    .Append("\" value=\"").Append(LinkPage.Encode(value)).Append(fields.Several ? "\">" : "\" required>").Append("<span>")
                    .Append(LinkPage.Encode(text)).Append("</span></label>\n");
            }

            body.Append("</fieldset>\n");
        }

        if (fields.Note.Length > 0)
        {
            body.Append("<label class=\"field\"><span>").Append(LinkPage.Encode(fields.Note)).Append("</span><textarea name=\"").Append(ActForm.Note)
                .Append("\" rows=\"3\" maxlength=\"").Append(fields.NoteLength.ToString(CultureInfo.InvariantCulture)).Append("\"></textarea></label>\n");
        }

        body.Append("<p><button type=\"submit\">").Append(LinkPage.Encode(fields.Button)).Append("</button>");
        if (fields.Other is var (choice, words))
        {
            body.Append(" <button type=\"submit\" name=\"").Append(ActForm.Choice).Append("\" value=\"").Append(LinkPage.Encode(choice)).Append("\">")
                .Append(LinkPage.Encode(words)).Append("</button>");
        }

        body.Append("</p>\n</form>\n");
    }

    // Who passes a mail on is to see in whose name its links act.
    private static string Who(ActVisit visit)
    {
        var (name, id) = (visit.Label(visit.Link.Name), CleanText.OneLine(visit.Link.Holder.Id));
        var until = visit.Locale.ShortDate(visit.Link.Expires.InZone(visit.Engagement.Zone).Date);
        return visit.Say(
            $"This page acts in the name of {name} ({id}), until {until}. Do not pass its address on.",
            $"Cette page agit au nom de {name} ({id}), jusqu'au {until}. Ne pas transmettre son adresse.");
    }
}
