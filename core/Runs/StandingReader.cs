using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Exercises;
using OpsAutomation.Facts;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Ports;
using OpsAutomation.Publishing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Runs;

/// <summary>
/// Reads where an engagement stands. What can only be seen today is kept on the way: snapshots of stocks, the frozen baseline, and which
/// milestones were met; a look from another day keeps nothing.
/// </summary>
/// <param name="blobs">Facts and documents.</param>
/// <param name="state">Everything else.</param>
/// <param name="time">The clock.</param>
/// <param name="keeps">Whether anything is kept: a page that is only looked at keeps nothing, since mail scanners follow links.</param>
public sealed class StandingReader(IBlobStore blobs, IStateStore state, TimeProvider time, bool keeps = true)
{
    private readonly FactStore facts = new(blobs, state);
    private readonly DocumentStore documents = new(blobs, state);
    private readonly KpiSnapshots snapshots = new(state);
    private readonly LogbookStore logbook = new(state, time);
    private readonly MilestoneStore milestones = new(state, time);
    private readonly ChecklistStore checklists = new(state, time);
    private readonly WebhookEvents events = new(state);
    private readonly BaselineStore baselines = new(state);

    /// <summary>The files of documents, for digests that take them along.</summary>
    public DigestFiles Files { get; } = new(blobs);

    /// <summary>The events that endpoints did not get.</summary>
    public Task<IReadOnlyList<UndeliveredEvents>> UndeliveredAsync(Engagement engagement, CancellationToken cancellationToken = default) =>
        UndeliveredEvents.OfAsync(state, engagement, cancellationToken);

    /// <summary>The KPIs alone: one pass over the facts. Milestones count as they were found last.</summary>
    /// <exception cref="OpsException">The days asked for make no period, or facts cannot be read.</exception>
    public async Task<IReadOnlyList<KpiResult>> KpisAsync(Engagement engagement, KpiRequest request, CancellationToken cancellationToken = default)
    {
        var current = await facts.OpenAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        var records = await DocumentsAsync(engagement.Id, request.To ?? request.At, cancellationToken).ConfigureAwait(false);
        var history = await milestones.LoadAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        var operations = OperationsCount.Of(engagement, records, history, request.To ?? request.At);
        var kept = await snapshots.LoadAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        return await ComputeAsync(engagement, current, request, operations, kept, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The milestones alone.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="at">The day to look from.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<MilestoneReport> MilestonesAsync(Engagement engagement, LocalDate at, LocalDate today, CancellationToken cancellationToken = default)
    {
        var current = await facts.OpenAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        var records = await DocumentsAsync(engagement.Id, at, cancellationToken).ConfigureAwait(false);
        var log = await logbook.ListAsync(engagement.Id, cancellationToken: cancellationToken).ConfigureAwait(false);
        return await ReviewAsync(engagement, at, today, current, records, log, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Everything.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="at">The day to look from.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<Standing> ReadAsync(Engagement engagement, LocalDate at, LocalDate today, CancellationToken cancellationToken = default) =>
        ReadAsync(engagement, at, today, at, cancellationToken);

    /// <summary>Everything, rolling figures to a day of their own.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="at">The day to look from.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="rollingTo">The last day of rolling periods.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Standing> ReadAsync(
        Engagement engagement, LocalDate at, LocalDate today, LocalDate rollingTo, CancellationToken cancellationToken = default)
    {
        var current = await facts.OpenAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        var records = await DocumentsAsync(engagement.Id, at, cancellationToken).ConfigureAwait(false);
        var log = await logbook.ListAsync(engagement.Id, cancellationToken: cancellationToken).ConfigureAwait(false);
        var report = await ReviewAsync(engagement, at, today, current, records, log, cancellationToken).ConfigureAwait(false);
        var history = await milestones.LoadAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        var operations = OperationsCount.Of(engagement, records, history, at);
        var request = new KpiRequest { At = at, Today = today, RollingTo = rollingTo };
        var kept = await snapshots.LoadAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<KpiResult> Of(LocalDate from, LocalDate to) =>
            KpiEngine.Compute(engagement, current, new KpiRequest { At = at, From = from, To = to, Today = today }, kept, operations);
        return new()
        {
            Engagement = engagement,
            At = at,
            Kpis = await ComputeAsync(engagement, current, request, operations, kept, cancellationToken).ConfigureAwait(false),
            Baseline = await baselines.LoadAsync(engagement.Id, cancellationToken).ConfigureAwait(false),
            Figures = current.Imports.Count > 0 ? Of : null,
            Milestones = report,
            Log = log,
            Documents = records,
            Imports = current.Imports,
            Facts = current,
            Pages = engagement.Publishing.Count == 0 ? [] : await new PublishedPages(state).ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false),
            Exercises = await new ExerciseStore(state, time).ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false),
            Checklists = await checklists.ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<MilestoneReport> ReviewAsync(
        Engagement engagement, LocalDate at, LocalDate today, IFactSource current, IReadOnlyList<DocumentRecord> records, IReadOnlyList<LogItem> log,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<KpiResult> Of(LocalDate from, LocalDate to) =>
            KpiEngine.Compute(engagement, current, new KpiRequest { At = at, From = from, To = to, Today = today });
        var inputs = new MilestoneInputs
        {
            Engagement = engagement,
            At = at,
            Kpis = current.Imports.Count > 0 ? Of : null,
            Facts = current,
            Documents = MilestoneDocuments.Of(records),
            Log = log,
            Events = await events.ForPlanAsync(engagement, cancellationToken).ConfigureAwait(false),
        };
        return await new MilestoneReview(state, time, keeps).RunAsync(inputs, today, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<KpiResult>> ComputeAsync(
        Engagement engagement, IFactSource current, KpiRequest request, OperationsFigures operations, KpiHistory history,
        CancellationToken cancellationToken)
    {
        var kpis = KpiEngine.Compute(engagement, current, request, history, operations);
        if (keeps)
            await snapshots.KeepAsync(engagement.Id, request, kpis, cancellationToken).ConfigureAwait(false);
        return kpis;
    }

    private async Task<IReadOnlyList<DocumentRecord>> DocumentsAsync(EngagementId engagement, LocalDate day, CancellationToken cancellationToken)
    {
        var records = new List<DocumentRecord>();
        await foreach (var record in documents.ListAsync(engagement, cancellationToken).ConfigureAwait(false))
            records.Add(record.On(day));
        return records;
    }
}
