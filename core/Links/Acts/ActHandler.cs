using NodaTime.Extensions;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Ports;

namespace OpsAutomation.Links.Acts;

/// <summary>
/// Answers the signed page of one item. Looking changes nothing, since scanners and previews follow links; only a POST acts, once, and asked
/// again it says what was done. The token in the address is the whole authority: there is no cookie that another site could make use of.
/// </summary>
public sealed class ActHandler
{
    private readonly ReaderLinks links;
    private readonly TimeProvider time;
    private readonly Dictionary<string, ActItem> kinds;

    /// <summary>The handler.</summary>
    /// <param name="links">Verifies the token.</param>
    /// <param name="blobs">Facts and documents, which criteria are judged by.</param>
    /// <param name="state">The logbook, the milestones, the checklists and the digests.</param>
    /// <param name="digests">Approves digests.</param>
    /// <param name="time">The clock.</param>
    public ActHandler(ReaderLinks links, IBlobStore blobs, IStateStore state, DigestSender digests, TimeProvider time)
    {
        (this.links, this.time) = (links, time);
        var milestones = new MilestoneAct(blobs, state, time);
        kinds = new(StringComparer.Ordinal)
        {
            [ItemId.Decision] = new DecisionAct(state, time),
            [ItemId.Action] = new ActionAct(state, time),
            [ItemId.Milestone] = milestones,
            [ItemId.Criterion] = milestones,
            [ItemId.Checklist] = new ChecklistAct(state, time),
            [ItemId.Reading] = new DocumentAct(blobs, state, time, approves: false),
            [ItemId.DocumentApproval] = new DocumentAct(blobs, state, time, approves: true),
            [ItemId.Digest] = new DigestAct(blobs, state, digests, time),
        };
    }

    /// <summary>Answers a GET.</summary>
    /// <param name="token">The token in the address.</param>
    /// <param name="language">The language that was asked for; null for the holder's.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Retriable: storage failed.</exception>
    public Task<LinkAnswer> ShowAsync(string token, Language? language = null, CancellationToken cancellationToken = default) =>
        AnswerAsync(token, null, language, cancellationToken);

    /// <summary>Answers a POST.</summary>
    /// <param name="token">The token in the address.</param>
    /// <param name="form">What was posted.</param>
    /// <param name="language">The language that was asked for; null for the holder's.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Retriable: storage failed, or others kept changing the same item.</exception>
    public Task<LinkAnswer> ActAsync(string token, ActForm form, Language? language = null, CancellationToken cancellationToken = default) =>
        AnswerAsync(token, form, language, cancellationToken);

    private async Task<LinkAnswer> AnswerAsync(string token, ActForm? form, Language? language, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(token, LinkPurpose.Act, cancellationToken).ConfigureAwait(false) is not { } link)
            return LinkAnswer.NotValid;
        var (kind, id) = ItemId.Split(link.Item);
        var today = time.GetUtcNow().ToInstant().InZone(link.Engagement.Zone).Date;
        var visit = new ActVisit(link, id, language is { } asked && asked != link.Locale.Language ? Locale.Of(asked) : link.Locale, today);
        if (kinds.GetValueOrDefault(kind) is not { } item)
            return LinkAnswer.NotValid;
        var closed = link.Engagement.State == EngagementState.Closed;
        var view = form is null || closed
            ? await item.ShowAsync(visit, cancellationToken).ConfigureAwait(false)
            : await item.ActAsync(visit, form, cancellationToken).ConfigureAwait(false);
        if (view is null)
            return LinkAnswer.NotValid;
        if (closed)
            view = view with { Fields = null, Missed = visit.Say("The engagement is closed: nothing can be changed any more.", "La mission est close\u00a0: plus rien ne peut être modifié.") };
        if (form is { BoardToken: { } board } && view.Missed.Length == 0
            && await links.FindAsync(board, LinkPurpose.Board, cancellationToken).ConfigureAwait(false) is { } from && from.Holder == link.Holder && from.Engagement.Id == link.Engagement.Id)
            return new(303, "") { Location = BackTo(from, board, id, language) };
        return new(form is not null && view.Missed.Length > 0 ? 422 : 200, ActPage.Render(view, visit));
    }

    // Whoever posts from a board brings its token along: nobody is shown a board by this who has no link to it.
    private static string BackTo(ReaderLink board, string token, string id, Language? language) =>
        $"../engagements/{board.Engagement.Id}/board?{(language is { } asked ? $"lang={LanguageCode.Of(asked)}&" : "")}t={Uri.EscapeDataString(token)}#{Uri.EscapeDataString(id)}";
}
