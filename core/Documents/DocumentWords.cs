using System.Text;
using NodaTime;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents;

/// <summary>What the pages of a document say of its life, in its own language.</summary>
/// <param name="locale">How dates are written.</param>
/// <param name="engagement">Whose it is: names people.</param>
internal sealed class DocumentWords(Locale locale, Engagement engagement)
{
    // The latest versions only: a page of history helps nobody, and the record keeps them all.
    private const int Shown = 6;

    private bool French => locale.Language == Language.French;

    /// <summary>The words of the language.</summary>
    public string Say(string en, string fr) => French ? fr : en;

    /// <summary>The name of who is meant by an id or a name.</summary>
    public string Person(string idOrName) => MarkdownText.Clean(engagement.FindPerson(idOrName)?.Name ?? idOrName);

    /// <summary>The version at the foot of each page.</summary>
    public string Edition(DocumentRecord record)
    {
        var latest = record.Latest;
        var stage = latest.Stage switch
        {
            RevisionStage.Draft => Say(" (draft)", " (brouillon)"),
            RevisionStage.Approved => Say(" (approved)", " (validée)"),
            _ when record.Provisional => Say(" (provisional)", " (provisoire)"),
            _ => "",
        };
        return $"Version {latest.Version}{stage} · {locale.Date(latest.Day)}";
    }

    /// <summary>Where the latest version stands, its owner, its approver, its next review.</summary>
    public string Life(DocumentRecord record, DocumentRule rule)
    {
        if (!rule.HasLife)
            return "";
        List<string> parts = [Standing(record, rule)];
        if (rule.Owner is { } owner)
            parts.Add(Say("Owner: ", "Responsable\u00a0: ") + MarkdownText.Clean(owner.Name));
        if (rule.NeedsApproval && rule.Approver is { } approver)
            parts.Add(Say("Approver: ", "Valideur\u00a0: ") + MarkdownText.Clean(approver.Name));
        if (record.Latest.Stage == RevisionStage.Live && record.ReviewBy is { } review)
            parts.Add(Say("Next review: ", "Prochaine revue\u00a0: ") + locale.ShortDate(review));
        return string.Join(" · ", parts);
    }

    /// <summary>The table of the latest versions, with who approved them where somebody did.</summary>
    public string Versions(DocumentRecord record)
    {
        var approved = record.Revisions.Any(revision => revision.ApprovedBy is not null);
        var text = new StringBuilder(Say("| Version | Date | Reason |", "| Version | Date | Motif |"))
            .Append(approved ? Say(" Approved by |\n|---|---|---|---|\n", " Validée par |\n|---|---|---|---|\n") : "\n|---|---|---|\n");
        foreach (var revision in record.Revisions.Reverse().Take(Shown))
        {
            text.Append("| ").Append(revision.Version).Append(revision.Stage == RevisionStage.Draft ? Say(" (draft)", " (brouillon)") : "")
                .Append(" | ").Append(locale.ShortDate(revision.Day)).Append(" | ").Append(Reason(revision)).Append(" |");
            if (approved)
                text.Append(' ').Append(revision.ApprovedBy is { } by ? MarkdownText.Escape(Approver(revision, by)) + ", " + locale.ShortDate(revision.ApprovedOn ?? revision.Day) : "–").Append(" |");
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n');
    }

    private string Approver(DocumentRevision revision, string by) =>
        Person(by) + (revision.ApprovedFor is { } instead ? Say($" for {Person(instead)}", $" pour {Person(instead)}") : "");

    private string Reason(DocumentRevision revision)
    {
        var reason = revision.Note is { } note ? MarkdownText.Escape(note) : DocumentParts.Reason(revision.Changed, locale.Language);
        return revision.By is { } by ? $"{reason} ({MarkdownText.Escape(Person(by))})" : reason;
    }

    private string Standing(DocumentRecord record, DocumentRule rule)
    {
        var latest = record.Latest;
        var approval = latest.ApprovedBy is { } by ? Say($", approved by {Approver(latest, by)}", $", validée par {Approver(latest, by)}") : "";
        return latest.Stage switch
        {
            RevisionStage.Draft => rule is { NeedsApproval: true, Approver: { } approver }
                ? Say($"Draft, not in force: awaits approval by {MarkdownText.Clean(approver.Name)}", $"Brouillon, pas en vigueur\u00a0: attend la validation de {MarkdownText.Clean(approver.Name)}")
                : Say("Draft, not in force: awaits approval", "Brouillon, pas en vigueur\u00a0: attend une validation"),
            RevisionStage.Approved => Say($"Approved, in force from {Day(latest)}", $"Validée, en vigueur le {Day(latest)}") + approval,
            _ => Say($"In force since {Day(latest)}", $"En vigueur depuis le {Day(latest)}") + approval + (record.Provisional ? Say(", provisional", ", provisoire") : ""),
        };
    }

    private string Day(DocumentRevision revision) => locale.ShortDate(revision.From ?? revision.Day);
}
