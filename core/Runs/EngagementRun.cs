using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Asking;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Ports;

namespace OpsAutomation.Runs;

/// <summary>
/// Does everything that is due for an engagement: figures and milestones are looked at and kept, documents published where their content
/// changed, digests sent, readers and approvers asked. Each happens once, however often it runs and wherever it was stopped before.
/// </summary>
/// <param name="blobs">Facts and documents.</param>
/// <param name="state">Records.</param>
/// <param name="mailer">Sends the digests.</param>
/// <param name="time">The moment that things are due by.</param>
/// <param name="mailbox">The operator's mailbox, for engagements that name no sender; null for none.</param>
/// <param name="links">Makes the links by which readers end their digests; null where the app has no public address.</param>
public sealed class EngagementRun(IBlobStore blobs, IStateStore state, IMailer mailer, TimeProvider time, string? mailbox = null, DigestLinks? links = null)
{
    private readonly StandingReader standings = new(blobs, state, time);
    private readonly DocumentPublisher documents = new(blobs, state);
    private readonly ChecklistStarter checklists = new(blobs, state, time);

    /// <summary>Runs.</summary>
    public async Task<RunReport> RunAsync(Engagement engagement, CancellationToken cancellationToken = default)
    {
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(engagement.Zone).Date;
        var standing = await standings.ReadAsync(engagement, today, today, cancellationToken).ConfigureAwait(false);
        if (engagement.State is EngagementState.Framing or EngagementState.Closed)
            return new(standing, [], []);

        var (started, refused) = await StartAsync(standing, cancellationToken).ConfigureAwait(false);
        var (published, unwritten) = await PublishAsync(standing, Lasting(standing), cancellationToken).ConfigureAwait(false);
        if (published.Count + started.Count > 0)
            standing = await standings.ReadAsync(engagement, today, today, cancellationToken).ConfigureAwait(false);
        var (cadence, unwrittenToo) = await PublishAsync(standing, DocumentPlan.Cadence(engagement).Where(kind => IsDue(standing, kind)).Select(kind => (kind, engagement.Language)), cancellationToken).ConfigureAwait(false);
        published.AddRange(cadence);

        var contexts = new DigestContexts(standings, engagement, today);
        var digests = await new DigestRun(state, new DigestSender(state, mailer, time, mailbox, links), time)
            .SendDueAsync(engagement, contexts.ForAsync, cancellationToken).ConfigureAwait(false);
        var (asks, unasked) = await AskAsync(engagement, cancellationToken).ConfigureAwait(false);
        // One list that can never start keeps nobody from their digest, nor does a template with an error or an address that takes no mail.
        return (refused ?? unwritten ?? unwrittenToo ?? unasked) is { } fault ? throw fault : new(standing, published, digests) { Started = started, Asks = asks };
    }

    private async Task<(AskReport Asks, OpsException? Refused)> AskAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        try
        {
            return (await new DocumentAsks(blobs, state, mailer, time, mailbox, links).RunAsync(engagement, cancellationToken).ConfigureAwait(false), null);
        }
        catch (OpsException fault) when (fault.Kind != FailureKind.Retriable)
        {
            return (AskReport.Nothing, fault);
        }
    }

    private async Task<(IReadOnlyList<Checklist> Started, OpsException? Refused)> StartAsync(Standing standing, CancellationToken cancellationToken)
    {
        try
        {
            return (await checklists.StartDueAsync(standing, cancellationToken).ConfigureAwait(false), null);
        }
        catch (OpsException fault) when (fault.Kind != FailureKind.Retriable)
        {
            return ([], fault);
        }
    }

    private static IEnumerable<(DocumentKind Kind, Language Language)> Lasting(Standing standing) =>
        DocumentPlan.Lasting(standing.Engagement).Select(kind => (kind, standing.Engagement.Language)).Concat(OwnDocuments.In(standing.Documents)).Distinct();

    private static bool IsDue(Standing standing, DocumentKind kind) => CadenceCalendar.IsDue(
        standing.Engagement, kind.Id, standing.At,
        standing.Documents.FirstOrDefault(record => record.Kind == kind.Id && record.Language == standing.Engagement.Language)?.PublishedOn);

    private async Task<(List<GeneratedDocument> Published, OpsException? Refused)> PublishAsync(Standing standing, IEnumerable<(DocumentKind Kind, Language Language)> kinds, CancellationToken cancellationToken)
    {
        var published = new List<GeneratedDocument>();
        OpsException? refused = null;
        foreach (var (kind, language) in kinds)
        {
            try
            {
                var document = await documents.PublishAsync(standing, kind.Id, language, cancellationToken).ConfigureAwait(false);
                if (document.IsNewVersion && document.Record.Status != DocumentStatus.Retired)
                    published.Add(document);
            }
            catch (OpsException fault) when (fault.Kind != FailureKind.Retriable)
            {
                refused ??= fault;
            }
        }

        return (published, refused);
    }
}
