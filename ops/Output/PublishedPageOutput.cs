using System.Text.Json;
using OpsAutomation.Publishing;

namespace OpsAutomation.Ops.Output;

/// <summary>Shows the pages of wikis and how they stand.</summary>
internal sealed class PublishedPageOutput(Session session)
{
    /// <summary>Writes them, those that wait for a person first.</summary>
    public void Write(IReadOnlyList<PublishedPage> pages, bool isJson)
    {
        var ordered = pages.OrderByDescending(page => page.IsConflict).ThenBy(page => page.Target, StringComparer.Ordinal).ThenBy(page => page.Page, StringComparer.Ordinal).ToList();
        if (isJson)
        {
            JsonOutput.Write(session.Out, json =>
            {
                json.WriteStartArray();
                foreach (var page in ordered)
                    Write(json, page);
                json.WriteEndArray();
            });
            return;
        }

        if (ordered.Count == 0)
        {
            session.Line(session.Say("Nothing was published yet.", "Rien n'a encore été publié."));
            return;
        }

        var table = new TextTable(TextColumn.Left(), TextColumn.Left(), TextColumn.Left(), TextColumn.Left());
        foreach (var page in ordered)
            table.Add($"{page.Target}/{page.Page}", session.Say($"version {page.Version}", $"version {page.Version}"), (page.IsConflict ? "✕ " : page.State == PublishedState.Published ? "✓ " : "") + session.Say(PublishedWords.Of(page.State)), page.Url ?? "");
        table.Write(session.Out);
        if (ordered.Exists(page => page.IsConflict))
        {
            session.Line(session.Say(
                "What people changed is left to them. Take it over into the document, or write over it: ops publish --overwrite KIND",
                "Ce que des personnes ont modifié leur est laissé. Reprenez-le dans le document, ou remplacez-le : ops publish --overwrite TYPE"));
        }
    }

    private static void Write(Utf8JsonWriter json, PublishedPage page)
    {
        json.WriteStartObject();
        json.WriteString("target", page.Target);
        json.WriteString("page", page.Page);
        json.WriteString("title", page.Title);
        json.WriteNumber("version", page.Version);
        json.WriteString("state", page.State.ToString().ToLowerInvariant());
        json.WriteString("id", page.RemoteId);
        json.WriteString("url", page.Url);
        json.WriteString("since", NodaTime.Text.LocalDatePattern.Iso.Format(page.Since));
        json.WriteEndObject();
    }
}
