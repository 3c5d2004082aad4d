using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Jobs;

/// <summary>Queue <c>documents</c>: one document is written, and stored where it says something new.</summary>
/// <param name="run">What all handlers have in common.</param>
/// <param name="blobs">Facts and documents.</param>
/// <param name="state">Everything else.</param>
/// <param name="jobs">Asks for further work.</param>
/// <param name="events">Is told of versions.</param>
/// <param name="time">The clock.</param>
/// <param name="publishing">Publishes to wikis; null where the app has none.</param>
/// <param name="wikis">Asks for wikis that are behind; null where the app has none.</param>
public sealed class DocumentJobHandler(
    JobRun run, IBlobStore blobs, IStateStore state, JobSender jobs, IEventSink events, TimeProvider time, PublishJobHandler? publishing = null, PublishDispatcher? wikis = null)
{
    private readonly StandingReader standings = new(blobs, state, time);
    private readonly DocumentPublisher documents = new(blobs, state);
    private readonly DocumentStore store = new(blobs, state);
    private readonly DocumentFlow flow = new(state, jobs);
    private readonly DispatchLog log = new(state, time);

    /// <summary>Handles a message.</summary>
    /// <returns>What the message became where it failed for good; else null.</returns>
    /// <exception cref="OpsException">Retriable: the host tries again.</exception>
    public Task<DeadLetter?> HandleAsync(string message, CancellationToken cancellationToken = default) =>
        publishing is not null && PublishJobHandler.IsFor(message)
            ? publishing.HandleAsync(message, cancellationToken)
            : run.RunAsync<DocumentJob>(JobQueues.Documents, message, GenerateAsync, RefusedAsync, cancellationToken: cancellationToken);

    private async Task GenerateAsync(DocumentJob job, Engagement engagement, CancellationToken cancellationToken)
    {
        var kind = DocumentLibrary.Find(job.Kind);
        // A message that was late writes what there is today: yesterday's agenda must not follow today's.
        var now = time.GetUtcNow().ToInstant();
        var today = now.InZone(engagement.Zone).Date;
        if (engagement.State is EngagementState.Active or EngagementState.Handover && await LanguagesAsync(engagement, kind, cancellationToken).ConfigureAwait(false) is { Count: > 0 } languages)
        {
            foreach (var language in languages)
            {
                var record = await WriteAsync(engagement, kind, language, today, cancellationToken).ConfigureAwait(false);
                // Not only where it is new to this run: a crash may have come between storing and telling.
                if (record.Status == DocumentStatus.Live && record.PublishedOn >= today.PlusDays(-1))
                    await TellAsync(job.Engagement, record, now, cancellationToken).ConfigureAwait(false);
            }

            if (wikis is not null)
                await wikis.AskAsync(engagement, cancellationToken).ConfigureAwait(false);
        }

        await flow.DoneAsync(engagement, job, today, cancellationToken).ConfigureAwait(false);
        await log.DoneAsync(job.Engagement, JobQueues.Documents, job.Key, cancellationToken).ConfigureAwait(false);
    }

    // What the plan names is written in the client's language, what people wrote in those in which it is there.
    private async Task<IReadOnlyList<Language>> LanguagesAsync(Engagement engagement, DocumentKind kind, CancellationToken cancellationToken)
    {
        if (DocumentLibrary.OwnKind(kind.Id) is null)
            return DocumentLibrary.PlanFor(engagement).Contains(kind) ? [engagement.Language] : [];
        var languages = new List<Language>();
        foreach (var language in Enum.GetValues<Language>())
        {
            if (await store.FindAsync(engagement.Id, kind.Id, language, cancellationToken).ConfigureAwait(false) is { Own: not null })
                languages.Add(language);
        }

        return languages;
    }

    // A document with days of its own is written once for each of them, whoever asks.
    private async Task<DocumentRecord> WriteAsync(Engagement engagement, DocumentKind kind, Language language, LocalDate today, CancellationToken cancellationToken)
    {
        if (CadenceCalendar.HasDays(kind.Id)
            && await store.FindAsync(engagement.Id, kind.Id, engagement.Language, cancellationToken).ConfigureAwait(false) is { } known
            && !CadenceCalendar.IsDue(engagement, kind.Id, today, known.PublishedOn))
            return known;
        var standing = await standings.ReadAsync(engagement, today, today, cancellationToken).ConfigureAwait(false);
        return (await documents.PublishAsync(standing, kind.Id, language, cancellationToken).ConfigureAwait(false)).Record;
    }

    private Task TellAsync(EngagementId engagement, DocumentRecord record, Instant now, CancellationToken cancellationToken)
    {
        var language = LanguageCode.Of(record.Language);
        return events.PublishAsync(
            engagement, EventTypes.DocumentPublished, record.Kind, $"{EventTypes.DocumentPublished}/{language}/{record.Kind}/{record.Version}", EventData.Of(record), now,
            cancellationToken);
    }

    // The documents that come after it do not wait for one that can never be written.
    private Task RefusedAsync(DocumentJob job, Engagement engagement, OpsException refusal, CancellationToken cancellationToken) =>
        flow.DoneAsync(engagement, job, time.GetUtcNow().ToInstant().InZone(engagement.Zone).Date, cancellationToken);
}
