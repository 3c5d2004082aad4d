using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Locales;
using OpsAutomation.Runs;

namespace OpsAutomation.Boards;

/// <summary>What of the documents wants attention: two for one process, texts in conflict, drafts to approve, reviews due, readings missing.</summary>
internal static class DocumentNews
{
    private const int MostNames = 5;

    public static IReadOnlyList<BoardDocument> Of(Standing standing, Locale locale)
    {
        var report = LifeReport.Of(standing.Engagement, standing.Documents, standing.At);
        string Say(string en, string fr) => locale.Language == Language.French ? fr : en;
        var news = new List<BoardDocument>();
        foreach (var clash in report.Clashes)
        {
            news.Add(new(
                string.Join(" · ", clash.Documents.Select(document => CleanText.OneLine(document.Title))), "✕", Say("two for one process", "deux pour un même processus"), "off",
                Say($"process: {clash.Process}; keep one, retire the others", $"processus\u00a0: {clash.Process}\u00a0; en garder une, retirer les autres"), null));
        }

        foreach (var line in report.Lines)
        {
            var (record, title, shelf) = (line.Record, CleanText.OneLine(line.Record.Title), $"{LanguageCode.Of(line.Record.Language)}/{line.Record.Kind}");
            if (record.Conflicts.Count > 0)
                news.Add(new(title, "✕", Say("texts in conflict", "textes en conflit"), "off", string.Join(", ", record.Conflicts) + Say(": the edited text was kept", "\u00a0: le texte modifié est conservé"), shelf));
            if (record.Draft is { } draft && record.Status != DocumentStatus.Retired)
                news.Add(new(title, "▲", Say($"version {draft.Version}: draft to approve", $"version {draft.Version}\u00a0: brouillon à valider"), "risk", line.Rule.Approver?.Name ?? "", shelf));
            if (record.IsDueOn(report.Today))
                news.Add(new(title, "▲", Say("due for review", "à réviser"), "risk", $"{line.Rule.Owner?.Name ?? ""} {locale.ShortDate(record.ReviewBy!.Value)}".Trim(), shelf));
            if (line.Unread.Select(person => person.Name).ToList() is { Count: > 0 } unread)
            {
                var read = line.Readers.Count - unread.Count;
                news.Add(new(
                    title, "○", Say($"read by {read} of {line.Readers.Count}", $"lu par {read} sur {line.Readers.Count}"), "soft",
                    Say("still to read: ", "à lire encore\u00a0: ") + string.Join(", ", unread.Take(MostNames)) + (unread.Count > MostNames ? "…" : ""), shelf));
            }
        }

        return news;
    }
}
