using OpsAutomation.Documents.Kept;
using OpsAutomation.Documents.Models;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Documents.Templating.Checks;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents;

/// <summary>
/// Writes documents: a template filled from the engagement, its KPIs, its milestones and its logbook, in Markdown, HTML and DOCX. What people wrote into a
/// document stays: only blocks that nobody touched are written anew.
/// </summary>
public sealed class DocumentGenerator(TemplateSource templates, DocumentStore store)
{
    /// <summary>Writes one document; nothing is stored. Its version is the stored one where the content is the same, else the next.</summary>
    /// <exception cref="OpsException">There is no such kind, or its template is wrong: file, line and token are named.</exception>
    public async Task<GeneratedDocument> GenerateAsync(DocumentContext context, string kind, CancellationToken cancellationToken = default)
    {
        var found = DocumentLibrary.Find(kind);
        var known = await store.FindAsync(context.Engagement.Id, kind, context.Language, cancellationToken).ConfigureAwait(false);
        var kept = known is { Edits.Count: > 0 }
            ? await store.ReadTextAsync(context.Engagement.Id, known, known.Latest, cancellationToken).ConfigureAwait(false)
                ?? await store.ReadTextAsync(context.Engagement.Id, known, known.Edits[^1], cancellationToken).ConfigureAwait(false)
            : null;
        return await WriteAsync(context, found, known, new() { Kept = kept }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes one document with what a person brings to it.</summary>
    internal async Task<GeneratedDocument> WriteAsync(
        DocumentContext context, DocumentKind kind, DocumentRecord? known, DocumentWriting writing, CancellationToken cancellationToken)
    {
        var template = await TemplateOfAsync(context, kind, known, writing, cancellationToken).ConfigureAwait(false);
        var marked = Marked(context, kind, template);
        var today = known?.On(context.Today);
        var rule = DocumentRule.Of(context.Engagement, kind, template.List("process"), template.List("owner"));
        var words = new DocumentWords(context.Locale, context.Engagement);
        var merged = Merge(marked, "", writing.Kept);
        var hash = DocumentParts.Hash(merged.Content);
        if (today is not null && RecordKeeping.IsTurnedDown(today, writing, hash)
            && await store.ReadTextAsync(context.Engagement.Id, today, RecordKeeping.Standing(today), cancellationToken).ConfigureAwait(false) is { } standing)
            return AsItStands(context, kind, template, rule, known!, today, standing);
        var record = RecordKeeping.With(context, kind, template, rule, today, writing, hash, merged.Conflicts);
        // The table of versions is no part of what makes one: it is written once the version is known.
        merged = Merge(marked, words.Versions(record), writing.Kept);
        var pressed = DocumentPress.Press(merged.Text with { Edition = record.Edits.Count + (writing.IsEdit ? 1 : 0) }, record, context.Engagement, context.Locale, template, rule);
        record = record.Status == DocumentStatus.Retired ? record : record with { TextHash = pressed.TextHash };
        return Document(context, kind, template, known, pressed, record, hash);
    }

    private static GeneratedDocument Document(
        DocumentContext context, DocumentKind kind, DocumentTemplate template, DocumentRecord? known, PressedDocument pressed, DocumentRecord record, string hash) => new()
        {
            Kind = kind.Title.En == kind.Id ? kind with { Title = new(record.Title, record.Title) } : kind,
            Language = context.Language,
            Title = pressed.Title,
            Markdown = pressed.Markdown,
            Source = pressed.Source,
            Html = pressed.Html,
            Docx = pressed.Docx,
            ContentHash = hash,
            TextHash = record.TextHash,
            Record = record,
            Basis = DocumentStore.BasisOf(known),
            IsNewVersion = record.Status != DocumentStatus.Retired && known?.Latest.ContentHash != hash,
            CountsWorkingDays = template.CountsWorkingDays,
        };

    // What would be written was turned down: the text that stands is the document, until something else would be written.
    private static GeneratedDocument AsItStands(
        DocumentContext context, DocumentKind kind, DocumentTemplate template, DocumentRule rule, DocumentRecord known, DocumentRecord today, KeptText standing)
    {
        var revision = RecordKeeping.Standing(today);
        var record = (today.Draft is null ? today : today with { Revisions = [.. today.Revisions.SkipLast(1)] }).Settled();
        var pressed = DocumentPress.Press(standing, record, context.Engagement, context.Locale, template, rule);
        return Document(context, kind, template, known, pressed, record with { TextHash = pressed.TextHash }, revision.ContentHash) with { IsNewVersion = false };
    }

    /// <summary>The blocks that the generator writes of a document now.</summary>
    internal async Task<IReadOnlyList<GeneratedBlock>> BlocksAsync(
        DocumentContext context, DocumentKind kind, DocumentRecord? known, DocumentWriting writing, CancellationToken cancellationToken)
    {
        var template = await TemplateOfAsync(context, kind, known, writing, cancellationToken).ConfigureAwait(false);
        var versions = known is null ? "" : new DocumentWords(context.Locale, context.Engagement).Versions(known);
        return BlockSplitter.Split(Marked(context, kind, template), versions);
    }

    private static MergedText Merge(string marked, string versions, KeptText? kept)
    {
        var blocks = BlockSplitter.Split(marked, versions);
        return kept is null ? TextMerge.Generated(blocks, marked) : TextMerge.Merge(kept, blocks, marked);
    }

    private async Task<DocumentTemplate> TemplateOfAsync(
        DocumentContext context, DocumentKind kind, DocumentRecord? known, DocumentWriting writing, CancellationToken cancellationToken)
    {
        if (DocumentLibrary.OwnKind(kind.Id) is null)
        {
            var template = await templates.FindAsync(context.Engagement.Id, kind.Id, context.Language, cancellationToken).ConfigureAwait(false);
            FrontMatterCheck.Kpis(template, context.Engagement);
            return template;
        }

        var own = writing.Own ?? known?.Own ?? throw OpsException.Refused(
            $"Nobody has written {kind.Id} yet. Propose it: ops sop propose FILE.md -e {context.Engagement.Id} --by WHO",
            $"{kind.Id} n'a encore été rédigé par personne. Pour le proposer\u00a0: ops sop propose FICHIER.md -e {context.Engagement.Id} --by QUI");
        return OwnTemplate.Of(writing.Title ?? known?.Title ?? kind.Id, kind, own, context.Language);
    }

    private static string Marked(DocumentContext context, DocumentKind kind, DocumentTemplate template)
    {
        var marked = "# " + MarkdownText.Escape(template.Title) + "\n\n"
            + TemplateRenderer.Render(template, DocumentModel.Of(context, template, kind.Id), new TemplateHelpers(context, template));
        return context.Language == Language.French ? FrenchTypography.Apply(marked) : marked;
    }
}
