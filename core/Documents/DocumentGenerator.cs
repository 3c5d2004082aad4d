using System.Text;
using OpsAutomation.Documents.Models;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Documents.Web;
using OpsAutomation.Documents.Word;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents;

/// <summary>Writes documents: a template filled from the engagement, its KPIs, its milestones and its logbook, in Markdown, HTML and DOCX.</summary>
public sealed class DocumentGenerator(TemplateSource templates, DocumentStore store)
{
    /// <summary>Writes one document; nothing is stored. Its version is the stored one where the content is the same, else the next.</summary>
    /// <exception cref="OpsException">There is no such kind, or its template is wrong: file, line and token are named.</exception>
    public async Task<GeneratedDocument> GenerateAsync(DocumentContext context, string kind, CancellationToken cancellationToken = default)
    {
        var found = DocumentLibrary.Find(kind);
        var template = await templates.FindAsync(context.Engagement.Id, kind, context.Language, cancellationToken).ConfigureAwait(false);
        var known = await store.FindAsync(context.Engagement.Id, kind, context.Language, cancellationToken).ConfigureAwait(false);
        return Write(context, found, template, known);
    }

    private static GeneratedDocument Write(DocumentContext context, DocumentKind kind, DocumentTemplate template, DocumentRecord? known)
    {
        var french = context.Language == Language.French;
        var marked = "# " + MarkdownText.Escape(template.Title) + "\n\n"
            + TemplateRenderer.Render(template, DocumentModel.Of(context, template), new TemplateHelpers(context, template));
        if (french)
            marked = FrenchTypography.Apply(marked);
        var hash = DocumentParts.Hash(Marks.WithoutFigures(marked));
        var record = Record(context, kind, template, known, hash);
        var markdown = Marks.Finish(marked, Revisions(context, record));
        record = record with { TextHash = DocumentParts.Hash(markdown) };
        var frame = new DocumentFrame(
            french ? FrenchTypography.Apply(template.Title) : template.Title,
            MarkdownText.Clean(context.Engagement.Name), context.Locale.Id, context.Language, Edition(context, record), template.HasContents, template.IsLandscape);
        var tree = MarkdownReader.Parse(markdown);
        return new GeneratedDocument
        {
            Kind = kind,
            Language = context.Language,
            Title = frame.Title,
            Markdown = markdown,
            Html = WebPage.Write(tree, frame),
            Docx = WordDocument.Write(tree, frame, record.PublishedOn),
            ContentHash = hash,
            TextHash = record.TextHash,
            Record = record,
            IsNewVersion = known?.ContentHash != hash,
            CountsWorkingDays = template.CountsWorkingDays,
        };
    }

    private static DocumentRecord Record(DocumentContext context, DocumentKind kind, DocumentTemplate template, DocumentRecord? known, string hash)
    {
        if (known is not null && known.ContentHash == hash)
            return known;
        var parts = DocumentParts.Of(context, template);
        var changed = known is null ? [] : DocumentParts.Changed(known.Current.Parts, parts);
        var revision = new DocumentRevision((known?.Version ?? 0) + 1, context.Today, hash, parts, changed);
        return new DocumentRecord
        {
            Kind = kind.Id,
            Language = context.Language,
            Title = template.Title,
            Status = known?.Status ?? DocumentStatus.Live,
            Provisional = DocumentStore.IsProvisional(context.Engagement, kind.Family == DocumentFamily.Sop),
            ReviewBy = DocumentStore.ReviewBy(context.Engagement, kind.Family, context.Today),
            TextHash = "",
            Revisions = [.. known?.Revisions ?? [], revision],
        };
    }

    // The latest versions only: a page of history helps nobody, and the record keeps them all.
    private static string Revisions(DocumentContext context, DocumentRecord record)
    {
        var french = context.Language == Language.French;
        var text = new StringBuilder(french ? "| Version | Date | Motif |\n|---|---|---|\n" : "| Version | Date | Reason |\n|---|---|---|\n");
        foreach (var revision in record.Revisions.Reverse().Take(6))
        {
            text.Append("| ").Append(revision.Version).Append(" | ").Append(context.Locale.ShortDate(revision.Day))
                .Append(" | ").Append(DocumentParts.Reason(revision.Changed, context.Language)).Append(" |\n");
        }
        return text.ToString().TrimEnd('\n');
    }

    private static string Edition(DocumentContext context, DocumentRecord record)
    {
        var provisional = (record.Provisional, context.Language) switch
        {
            (false, _) => "",
            (_, Language.French) => " (provisoire)",
            _ => " (provisional)",
        };
        return $"Version {record.Version}{provisional} · {context.Locale.Date(record.PublishedOn)}";
    }
}
