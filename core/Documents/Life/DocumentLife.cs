using OpsAutomation.Audit;
using OpsAutomation.Documents.Kept;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Documents.Life;

/// <summary>
/// Takes documents through their life: approves drafts, confirms what is due for review, retires. Each act is recorded with who did it, and the pages of the
/// version say so; its text is the one that was looked at, to the letter.
/// </summary>
public sealed class DocumentLife(IBlobStore blobs, IStateStore state, TimeProvider time)
{
    private const int Attempts = 20;

    private readonly DocumentStore store = new(blobs, state);
    private readonly TemplateSource templates = new(blobs);

    /// <summary>The record of a document as it stands on a day.</summary>
    /// <exception cref="OpsException">It was not written in that language yet.</exception>
    public async Task<DocumentRecord> FindAsync(Engagement engagement, string kind, Language language, NodaTime.LocalDate today, CancellationToken cancellationToken = default) =>
        (await store.FindAsync(engagement.Id, kind, language, cancellationToken).ConfigureAwait(false))?.On(today) ?? throw LifeFaults.NotWritten(engagement, kind, language);

    /// <summary>The languages in which a document is there; at least one.</summary>
    /// <exception cref="OpsException">It was not written in any, or not in the one asked for.</exception>
    public async Task<IReadOnlyList<Language>> LanguagesAsync(Engagement engagement, string kind, Language? only, CancellationToken cancellationToken = default)
    {
        var found = new List<Language>();
        foreach (var language in only is { } asked ? [asked] : new[] { engagement.Language, engagement.Language == Language.French ? Language.English : Language.French })
        {
            if (await store.FindAsync(engagement.Id, kind, language, cancellationToken).ConfigureAwait(false) is not null)
                found.Add(language);
        }

        return found.Count > 0 ? found : throw LifeFaults.NotWritten(engagement, kind, only ?? engagement.Language);
    }

    /// <summary>Approves the draft: in force at once, or from a day to come.</summary>
    /// <exception cref="OpsException">There is no draft, its text is another than the one meant, or somebody else approves it.</exception>
    public async Task<DocumentRecord> ApproveAsync(Engagement engagement, string kind, Language language, LifeAct act, CancellationToken cancellationToken = default)
    {
        var record = await FindAsync(engagement, kind, language, act.Today, cancellationToken).ConfigureAwait(false);
        var draft = DraftOf(record);
        if (act.ContentHash is { } meant && meant != draft.ContentHash)
            throw LifeFaults.Changed();
        if (act.Day < act.Today)
            throw LifeFaults.Past("--from");
        var rule = DocumentRule.Of(engagement, record);
        RequireApprover(engagement, record, rule, rule.MayApprove(act.By), act);
        var from = act.Day is { } day && day > act.Today ? day : act.Today;
        var approved = draft with
        {
            Stage = from > act.Today ? RevisionStage.Approved : RevisionStage.Live,
            Day = from > act.Today ? draft.Day : act.Today,
            From = from,
            ApprovedBy = act.By,
            ApprovedFor = rule.MayApprove(act.By) ? null : rule.Approver!.Id,
            ApprovedOn = act.Today,
            Note = draft.Note ?? act.Note,
        };
        var changed = (record with
        {
            Revisions = [.. record.Revisions.SkipLast(1), approved],
            Provisional = rule.IsProvisional,
            ReviewBy = rule.ReviewBy(from),
            Reviewed = null,
            Retired = null,
            TurnedDown = null,
        }).Settled();
        return await CommitAsync(engagement, record, changed, AuditAction.DocumentApproved, act, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Confirms a document without a change: it is no longer provisional, and its next review is set.</summary>
    /// <exception cref="OpsException">It is not in force.</exception>
    public async Task<DocumentRecord> ReviewAsync(Engagement engagement, string kind, Language language, LifeAct act, CancellationToken cancellationToken = default)
    {
        var record = await FindAsync(engagement, kind, language, act.Today, cancellationToken).ConfigureAwait(false);
        if (record.Status != DocumentStatus.Live)
            throw LifeFaults.NotInForce(record);
        if (act.Day <= act.Today)
            throw LifeFaults.Past("--next");
        var changed = record with
        {
            Provisional = false,
            ReviewBy = act.Day ?? act.Today.PlusMonths(DocumentRule.Of(engagement, record).ReviewMonths),
            Reviewed = new(act.Today, act.By, act.Note),
        };
        return await CommitAsync(engagement, record, changed, AuditAction.DocumentReviewed, act, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Retires a document: nobody works by it any more, and the generator leaves it. It is kept, and a proposal brings it back.</summary>
    public async Task<DocumentRecord> RetireAsync(Engagement engagement, string kind, Language language, LifeAct act, CancellationToken cancellationToken = default)
    {
        var record = await FindAsync(engagement, kind, language, act.Today, cancellationToken).ConfigureAwait(false);
        if (record.Status == DocumentStatus.Retired)
            return record;
        var changed = record with { Status = DocumentStatus.Retired, Retired = new(act.Today, act.By, act.Note), Conflicts = [] };
        return await store.ChangeAsync(engagement.Id, record, changed, null, [LineOf(changed, AuditAction.DocumentRetired, act)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Turns a draft down: what is in force stays, and without a version in force the document is retired.</summary>
    /// <exception cref="OpsException">There is no draft.</exception>
    public async Task<DocumentRecord> RejectAsync(Engagement engagement, string kind, Language language, LifeAct act, CancellationToken cancellationToken = default)
    {
        var record = await FindAsync(engagement, kind, language, act.Today, cancellationToken).ConfigureAwait(false);
        var draft = DraftOf(record);
        if (act.ContentHash is { } meant && meant != draft.ContentHash)
            throw LifeFaults.Changed();
        var rule = DocumentRule.Of(engagement, record);
        RequireApprover(engagement, record, rule, rule.MayTurnDown(act.By, draft), act);
        var changed = record.Revisions.Any(revision => revision.Stage is RevisionStage.Live or RevisionStage.Approved)
            ? (record with { Revisions = [.. record.Revisions.SkipLast(1)], TextHash = "", Conflicts = [], TurnedDown = draft.ContentHash }).Settled()
            : record with { Status = DocumentStatus.Retired, Retired = new(act.Today, act.By, act.Note), Conflicts = [] };
        return await store.ChangeAsync(engagement.Id, record, changed, null, [LineOf(record, AuditAction.DocumentRejected, act)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records that somebody has read the version in force; asked again, it is recorded once.</summary>
    /// <exception cref="OpsException">Nothing is in force, or its content is another than the one meant.</exception>
    public Task<DocumentRecord> AcknowledgeAsync(Engagement engagement, string kind, Language language, LifeAct act, CancellationToken cancellationToken = default) =>
        AgainAsync(async () =>
        {
            var record = await FindAsync(engagement, kind, language, act.Today, cancellationToken).ConfigureAwait(false);
            if (record.Status != DocumentStatus.Live)
                throw LifeFaults.NotToRead(record);
            if (act.ContentHash is { } meant && meant != record.ContentHash)
                throw LifeFaults.Changed();
            var known = record.Acknowledgements.FirstOrDefault(one => one.Person.Equals(act.By, StringComparison.OrdinalIgnoreCase));
            if (known?.ContentHash == record.ContentHash)
                return record;
            var read = new Acknowledgement(act.By, record.ContentHash, record.Version, act.Today);
            var changed = record with { Acknowledgements = [.. record.Acknowledgements.Where(one => one != known), read] };
            return await store.ChangeAsync(engagement.Id, record, changed, null, [LineOf(changed, AuditAction.DocumentAcknowledged, act)], cancellationToken).ConfigureAwait(false);
        });

    /// <summary>Adds readers to a document: from now on they are asked to read it.</summary>
    public Task<DocumentRecord> AddReadersAsync(
        Engagement engagement, string kind, Language language, IReadOnlyList<string> people, LifeAct act, CancellationToken cancellationToken = default) => AgainAsync(async () =>
        {
            var record = await FindAsync(engagement, kind, language, act.Today, cancellationToken).ConfigureAwait(false);
            if (record.Status != DocumentStatus.Live)
                throw LifeFaults.NotToRead(record);
            var rule = DocumentRule.Of(engagement, record);
            var more = people.Where(id => rule.Readers.All(reader => !reader.Id.Equals(id, StringComparison.OrdinalIgnoreCase))).Except(record.MoreReaders, StringComparer.OrdinalIgnoreCase).ToList();
            if (more.Count == 0)
                return record;
            var changed = record with { MoreReaders = [.. record.MoreReaders, .. more] };
            return await store.ChangeAsync(engagement.Id, record, changed, null, [LineOf(changed, AuditAction.DocumentReadersAsked, act)], cancellationToken).ConfigureAwait(false);
        });

    /// <summary>A document with a draft, and who approves it.</summary>
    /// <exception cref="OpsException">It has no draft.</exception>
    public async Task<(DocumentRecord Record, Person? Approver)> DraftAsync(
        Engagement engagement, string kind, Language language, NodaTime.LocalDate today, CancellationToken cancellationToken = default)
    {
        var record = await FindAsync(engagement, kind, language, today, cancellationToken).ConfigureAwait(false);
        DraftOf(record);
        return (record, DocumentRule.Of(engagement, record).Approver);
    }

    private static DocumentRevision DraftOf(DocumentRecord record) =>
        record.Status == DocumentStatus.Retired ? throw LifeFaults.NoDraft(record) : record.Draft ?? throw LifeFaults.NoDraft(record);

    private static void RequireApprover(Engagement engagement, DocumentRecord record, DocumentRule rule, bool may, LifeAct act)
    {
        if (!may && !string.Equals(act.For, rule.Approver!.Id, StringComparison.OrdinalIgnoreCase))
            throw LifeFaults.NotApprover(engagement, record, rule.Approver);
    }

    // Readers press their buttons at the same moment: each is recorded.
    private static async Task<DocumentRecord> AgainAsync(Func<Task<DocumentRecord>> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act().ConfigureAwait(false);
            }
            catch (OpsException other) when (other.Kind == FailureKind.Retriable && attempt < Attempts)
            {
                // Somebody else was first.
            }
        }
    }

    private async Task<DocumentRecord> CommitAsync(
        Engagement engagement, DocumentRecord record, DocumentRecord changed, string action, LifeAct act, CancellationToken cancellationToken)
    {
        var pages = await PagesAsync(engagement, changed, cancellationToken).ConfigureAwait(false);
        return await store.ChangeAsync(engagement.Id, record, changed, pages, [LineOf(changed, action, act)], cancellationToken).ConfigureAwait(false);
    }

    // The text as it was read; only the table of versions and what surrounds the text are new.
    private async Task<PressedDocument?> PagesAsync(Engagement engagement, DocumentRecord record, CancellationToken cancellationToken)
    {
        if (await store.ReadTextAsync(engagement.Id, record, record.Latest, cancellationToken).ConfigureAwait(false) is not { } text)
            return null;
        var template = record.Own is { } own
            ? OwnTemplate.Of(record.Title, DocumentLibrary.KindOf(record), own, record.Language)
            : await templates.FindAsync(engagement.Id, record.Kind, record.Language, cancellationToken).ConfigureAwait(false);
        var locale = DocumentContext.LocaleOf(engagement, record.Language);
        var versions = new GeneratedBlock(GeneratedBlock.Versions, "", new DocumentWords(locale, engagement).Versions(record));
        var renewed = text with
        {
            Passages = [.. text.Passages.Select(passage => passage is { Name: GeneratedBlock.Versions, IsHuman: false } ? new(versions.Name, versions.Base, versions.Text) : passage)],
        };
        return DocumentPress.Press(renewed, record, engagement, locale, template, DocumentRule.Of(engagement, record));
    }

    private StateChange LineOf(DocumentRecord record, string action, LifeAct act) =>
        AuditLog.LineOf(time, act.AuditActor, action, $"{record.Kind}/{LanguageCode.Of(record.Language)}/v{record.Latest.Version}");
}
