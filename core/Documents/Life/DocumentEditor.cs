using OpsAutomation.Audit;
using OpsAutomation.Documents.Kept;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Ports;

namespace OpsAutomation.Documents.Life;

/// <summary>
/// Takes people's texts into documents: an edit of a text that was handed out, a proposal, a decision about a conflict. What somebody else wrote meanwhile
/// stays; where both changed the same part, nothing is stored.
/// </summary>
public sealed class DocumentEditor(IBlobStore blobs, IStateStore state, TimeProvider time)
{
    private readonly DocumentStore store = new(blobs, state);
    private readonly DocumentGenerator generator = new(new TemplateSource(blobs), new DocumentStore(blobs, state));

    /// <summary>The longest text that is taken, in characters.</summary>
    public const int MaxLength = 400_000;

    /// <summary>Takes an edited text of a document.</summary>
    /// <param name="context">What the document is filled from.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="markdown">The text, with its marks or without.</param>
    /// <param name="act">Who brings it.</param>
    /// <param name="isProposal">Whether it is a draft, whatever the size of the engagement.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The document as it is stored: what is in conflict its record names.</returns>
    /// <exception cref="OpsException">Nothing is changed in it, or somebody else changed the same part.</exception>
    public async Task<GeneratedDocument> EditAsync(
        DocumentContext context, string kind, string markdown, LifeAct act, bool isProposal = false, CancellationToken cancellationToken = default)
    {
        if (markdown.Length > MaxLength)
            throw LifeFaults.TooLong();
        var found = DocumentLibrary.Find(kind);
        var (known, stored) = await StoredAsync(context, found, cancellationToken).ConfigureAwait(false);
        var edited = KeptText.Parse(markdown);
        if (edited.Passages.All(passage => passage.Name is null))
            edited = EditMerge.Adopt(edited, stored) with { Edition = edited.Edition };
        edited = EditMerge.Complete(edited, stored);
        var kept = known is not null && edited.Edition is { } edition && edition < known.Edits.Count
            ? await MergeAsync(context, known, edition, stored, edited, cancellationToken).ConfigureAwait(false)
            : edited;
        return await StoreAsync(context, found, known, new() { Kept = kept, By = act.By, Note = act.Note, IsProposal = isProposal }, act, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Proposes a procedure or playbook that the library does not have, or another text of one that was proposed before.</summary>
    /// <param name="context">What the document is filled from.</param>
    /// <param name="kind">Its id; null where its title gives it one.</param>
    /// <param name="name">What the text is called in messages.</param>
    /// <param name="markdown">The text, with front matter or a title.</param>
    /// <param name="act">Who proposes.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<GeneratedDocument> ProposeAsync(
        DocumentContext context, string? kind, string name, string markdown, LifeAct act, CancellationToken cancellationToken = default)
    {
        if (markdown.Length > MaxLength)
            throw LifeFaults.TooLong();
        var proposal = ProposalText.Read(name, markdown);
        var found = DocumentLibrary.OwnKind(kind ?? proposal.Id) ?? throw LifeFaults.NoId(kind ?? proposal.Id);
        var known = await store.FindAsync(context.Engagement.Id, found.Id, context.Language, cancellationToken).ConfigureAwait(false);
        var writing = new DocumentWriting { Own = proposal.Own, Title = proposal.Title, By = act.By, Note = act.Note, IsProposal = true };
        var blocks = await generator.BlocksAsync(context, found, known, writing, cancellationToken).ConfigureAwait(false);
        var text = KeptText.Parse(proposal.Body);
        IReadOnlyList<Passage> own = [.. text.Passages.Where(passage => !passage.IsRemoved && blocks.All(block => block.Name != passage.Name)).Select(passage => new Passage(null, "", passage.Text))];
        var kept = new KeptText([Generated(blocks[0]), .. own, .. blocks.Skip(1).Select(Generated)], null);
        return await StoreAsync(context, found, known, writing with { Kept = kept }, act, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Proposes a document of the library as it is generated: for one that is not there yet, or was retired.</summary>
    public async Task<GeneratedDocument> ProposeAsync(DocumentContext context, string kind, LifeAct act, CancellationToken cancellationToken = default)
    {
        var found = DocumentLibrary.Find(kind);
        var known = await store.FindAsync(context.Engagement.Id, kind, context.Language, cancellationToken).ConfigureAwait(false);
        return await StoreAsync(context, found, known, new() { By = act.By, Note = act.Note, IsProposal = true }, act, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Decides about blocks that a person changed and that the generator would write otherwise.</summary>
    /// <param name="context">What the document is filled from.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="block">The block; null for every one that is in conflict.</param>
    /// <param name="keepMine">Whether the person's text stays; else the generated one takes its place.</param>
    /// <param name="act">Who decides.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">There is no such conflict.</exception>
    public async Task<GeneratedDocument> ResolveAsync(
        DocumentContext context, string kind, string? block, bool keepMine, LifeAct act, CancellationToken cancellationToken = default)
    {
        var found = DocumentLibrary.Find(kind);
        var (known, stored) = await StoredAsync(context, found, cancellationToken).ConfigureAwait(false);
        if (known is null)
            throw LifeFaults.NotWritten(context.Engagement, kind, context.Language);
        var blocks = await generator.BlocksAsync(context, found, known, DocumentWriting.Generated, cancellationToken).ConfigureAwait(false);
        var names = TextMerge.Merge(stored, blocks, "").Conflicts.Where(name => block is null || name == block).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0)
            throw LifeFaults.NoConflict(known, block);
        var kept = stored with { Passages = [.. stored.Passages.Select(passage => passage.Name is { } name && names.Contains(name) ? Decided(passage, blocks, keepMine) : passage).OfType<Passage>()] };
        return await StoreAsync(context, found, known, new() { Kept = kept, By = act.By, Note = act.Note }, act, cancellationToken).ConfigureAwait(false);
    }

    private static Passage Generated(GeneratedBlock block) => new(block.Name, block.Base, block.Text);

    // A person's text that stays is from now on compared with what the generator writes today.
    private static Passage? Decided(Passage passage, IReadOnlyList<GeneratedBlock> blocks, bool keepMine)
    {
        var block = blocks.FirstOrDefault(one => one.Name == passage.Name);
        if (!keepMine)
            return block is null ? null : Generated(block);
        return block is null ? new(null, "", passage.Text) : passage with { Base = block.Base };
    }

    private async Task<(DocumentRecord? Known, KeptText Stored)> StoredAsync(DocumentContext context, DocumentKind kind, CancellationToken cancellationToken)
    {
        if (kind.Family == DocumentFamily.Cadence)
            throw LifeFaults.WrittenAnew(kind);
        var known = await store.FindAsync(context.Engagement.Id, kind.Id, context.Language, cancellationToken).ConfigureAwait(false);
        if (known is { Edits.Count: > 0 } && await store.ReadTextAsync(context.Engagement.Id, known, known.Latest, cancellationToken).ConfigureAwait(false) is { } text)
            return (known, text);
        var blocks = await generator.BlocksAsync(context, kind, known, DocumentWriting.Generated, cancellationToken).ConfigureAwait(false);
        return (known, new([.. blocks.Select(Generated)], 0));
    }

    private async Task<KeptText> MergeAsync(
        DocumentContext context, DocumentRecord known, int edition, KeptText stored, KeptText edited, CancellationToken cancellationToken)
    {
        var origin = edition == 0 ? null : await store.ReadTextAsync(context.Engagement.Id, known, known.Edits[edition - 1], cancellationToken).ConfigureAwait(false);
        var merged = EditMerge.Merge(origin, stored, edited, out var clashes);
        return clashes.Count == 0 ? merged : throw LifeFaults.Clash(known, clashes);
    }

    private async Task<GeneratedDocument> StoreAsync(
        DocumentContext context, DocumentKind kind, DocumentRecord? known, DocumentWriting writing, LifeAct act, CancellationToken cancellationToken)
    {
        var document = await generator.WriteAsync(context, kind, known, writing, cancellationToken).ConfigureAwait(false);
        var number = (known?.Edits.Count ?? 0) + 1;
        var isSame = known is not null && known.Latest.ContentHash == document.ContentHash && known.Status != DocumentStatus.Retired && known.Conflicts.SequenceEqual(document.Record.Conflicts, StringComparer.Ordinal);
        if (isSame)
            throw LifeFaults.Unchanged(known!);
        var edit = writing.IsEdit ? new DocumentEdit(number, act.Today, act.By, $"edit-{number}-{DocumentParts.Hash(document.Source)[..12]}.md") : null;
        var line = AuditLog.LineOf(
            time, act.AuditActor, writing.IsProposal ? AuditAction.DocumentProposed : AuditAction.DocumentEdited,
            $"{kind.Id}/{LanguageCode.Of(context.Language)}/v{document.Record.Latest.Version}");
        await store.PublishAsync(context.Engagement.Id, document, [line], edit, cancellationToken).ConfigureAwait(false);
        return document;
    }
}
