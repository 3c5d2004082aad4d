using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Exports;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ports;
using OpsAutomation.Privacy.Erasure;
using OpsAutomation.Pulls;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Jobs;

/// <summary>
/// Queue <c>exports</c>: rows become facts, then the KPIs are to be looked at. The same content changes nothing a second time; the KPIs are
/// asked for all the same, since a crash may have come between. The storage service's own word that a file was dropped into an inbox comes by this
/// queue too: the inbox is looked at, as the timer would.
/// </summary>
public sealed class ExportJobHandler(JobRun run, IBlobStore blobs, IStateStore state, JobSender jobs, IEventSink events, ExportPuller puller, TimeProvider time)
{
    private readonly ExportTrace trace = new(state, time);

    // Longer than any message is tried: what was imported before was told before.
    private static readonly Duration ToldWithin = Duration.FromDays(8);

    /// <summary>Handles a message.</summary>
    /// <returns>What the message became where it failed for good; else null.</returns>
    /// <exception cref="OpsException">Retriable: the host tries again.</exception>
    public Task<DeadLetter?> HandleAsync(string message, CancellationToken cancellationToken = default)
    {
        var text = BlobCreated.AsJob(message) ?? message;
        return JobReader.Header(text)?.Key == InboxJob.JobKey
            ? run.RunAsync<InboxJob>(JobQueues.Exports, text, (_, engagement, token) => puller.LookIntoInboxAsync(engagement, token), cancellationToken: cancellationToken)
            : run.RunAsync<ExportJob>(JobQueues.Exports, text, ImportAsync, RefusedAsync, cancellationToken: cancellationToken);
    }

    private async Task ImportAsync(ExportJob job, Engagement engagement, CancellationToken cancellationToken)
    {
        // What waited when the engagement was closed stays as the file that came.
        if (engagement.State == EngagementState.Closed)
            return;
        var content = await BlobExport.OpenAsync(blobs, job.Engagement, job.Path, job.File, cancellationToken).ConfigureAwait(false) ?? throw Gone(job);
        var source = engagement.Sources.FirstOrDefault(known => string.Equals(known.Id, job.Source, StringComparison.OrdinalIgnoreCase));
        var request = new ImportRequest(content, job.Profile ?? source?.Profile, Taken: job.Taken, Full: job.Full || source?.Full == true);
        var report = await new Importer(blobs, state, time, ProfileCatalogue.Default).ImportAsync(engagement, request, cancellationToken).ConfigureAwait(false);
        await BlobEraser.AfterImportAsync(blobs, state, engagement, job.Path, cancellationToken).ConfigureAwait(false);
        await trace.KeepAsync(job.Engagement, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow().ToInstant();
        if (!report.AlreadyImported || report.ImportedAt + ToldWithin > now)
        {
            await events.PublishAsync(
                job.Engagement, EventTypes.ExportIngested, report.File, $"{EventTypes.ExportIngested}/{report.Number}", EventData.Of(report, job.Source), report.ImportedAt,
                cancellationToken).ConfigureAwait(false);
        }

        await jobs.SendAsync(new KpiJob(job.Engagement, KpiJobHandler.JobKey), cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private async Task RefusedAsync(ExportJob job, Engagement engagement, OpsException refusal, CancellationToken cancellationToken)
    {
        await BlobEraser.AfterImportAsync(blobs, state, engagement, job.Path, cancellationToken).ConfigureAwait(false);
        await events.PublishAsync(
            job.Engagement, EventTypes.ExportRefused, job.File, $"{EventTypes.ExportRefused}/{DeadLetters.DeadLetterBox.IdOf(JobQueues.Exports, job.Engagement, job.Key)}",
            EventData.Refused(job.File, job.Source, refusal.Text), time.GetUtcNow().ToInstant(), cancellationToken).ConfigureAwait(false);
    }

    private static OpsException Gone(ExportJob job) => OpsException.Refused(
        $"{job.File} was not imported: its content is no longer where it was put. Send it again.",
        $"{job.File} n'a pas été importé\u00a0: son contenu n'est plus là où il avait été déposé. Envoyez-le de nouveau.");
}
