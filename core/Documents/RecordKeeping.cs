using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Documents;

/// <summary>What becomes of a record when its document is written again.</summary>
internal static class RecordKeeping
{
    /// <summary>The record with the content, as the same version, another draft or a new version.</summary>
    /// <param name="context">When and for whom it is written.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="template">What it was made from.</param>
    /// <param name="rule">Whether it needs approval.</param>
    /// <param name="known">The record as it stands today, or null.</param>
    /// <param name="writing">What a person brings.</param>
    /// <param name="hash">The hash of the content.</param>
    /// <param name="conflicts">The blocks that are in conflict.</param>
    public static DocumentRecord With(
        DocumentContext context, DocumentKind kind, DocumentTemplate template, DocumentRule rule, DocumentRecord? known, DocumentWriting writing, string hash,
        IReadOnlyList<string> conflicts)
    {
        if (known is { Status: DocumentStatus.Retired } && !writing.IsAct)
            return known;
        var parts = DocumentParts.Of(context, template);
        if (writing.Kept is { IsHuman: true } kept)
            parts["edited"] = DocumentParts.Hash(string.Join('\u001f', kept.Passages.Where(passage => passage.IsHuman).Select(passage => passage.Name + "\n" + passage.Text)));
        var basis = known ?? new DocumentRecord
        {
            Kind = kind.Id,
            Language = context.Language,
            Title = template.Title,
            Status = DocumentStatus.Draft,
            TextHash = "",
            Revisions = [],
        };
        // What was retired stays out of force until what is proposed is approved.
        if (basis.Status == DocumentStatus.Retired)
            basis = basis with { Revisions = [.. basis.Revisions.Select(one => one.Stage == RevisionStage.Draft ? one : one with { Stage = RevisionStage.Withdrawn })] };
        var last = basis.Revisions.Count == 0 ? null : basis.Revisions[^1];
        var draft = last?.Stage == RevisionStage.Draft ? last : null;
        // What somebody proposed stays a draft when figures or people in it change, also where nothing else waits for approval.
        var stage = writing.IsProposal || rule.NeedsApproval || (draft?.By is not null && !writing.IsAct) ? RevisionStage.Draft : RevisionStage.Live;
        IReadOnlyList<DocumentRevision> before = draft is null ? basis.Revisions : [.. basis.Revisions.SkipLast(1)];
        var record = basis with
        {
            Title = template.Title,
            Conflicts = conflicts,
            Processes = template.List("process"),
            Moves = Moves(template),
            Own = writing.Own ?? basis.Own,
            Retired = null,
        };
        // What nobody has to approve any more is in force.
        var isReleased = draft is { By: null } && stage == RevisionStage.Live;
        if (last?.ContentHash == hash && !isReleased && basis.Status != DocumentStatus.Retired)
            return record.Settled();
        if (draft is not null && before.Count > 0 && before[^1].ContentHash == hash && before[^1].Stage != RevisionStage.Withdrawn)
            return (record with { Revisions = before }).Settled();
        var changed = before.Count == 0 ? [] : DocumentParts.Changed(before[^1].Parts, parts);
        var revision = new DocumentRevision((before.Count == 0 ? 0 : before[^1].Version) + 1, context.Today, hash, parts, changed)
        {
            Stage = stage,
            By = writing.By ?? draft?.By,
            Note = writing.Note ?? draft?.Note,
        };
        record = record with { Revisions = [.. before, revision] };
        return (stage == RevisionStage.Live
            ? record with { Provisional = rule.IsProvisional, ReviewBy = rule.ReviewBy(context.Today), Reviewed = null }
            : record).Settled();
    }

    /// <summary>Whether a content is one that was turned down: it is not proposed again, until a person does or something in it changes.</summary>
    public static bool IsTurnedDown(DocumentRecord known, DocumentWriting writing, string hash) =>
        !writing.IsAct && known.TurnedDown == hash && known.Draft?.ContentHash != hash && Standing(known) is { Stage: not RevisionStage.Withdrawn } standing && standing.ContentHash != hash;

    /// <summary>The latest version that is no draft; the draft where there is nothing else.</summary>
    public static DocumentRevision Standing(DocumentRecord known) => known.Draft is not null && known.Revisions.Count > 1 ? known.Revisions[^2] : known.Latest;

    private static IReadOnlyList<string> Moves(DocumentTemplate template) => template.List("moves") is { Count: > 0 } moves ? moves : template.List("kpis");
}
