using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Runs;

/// <summary>Starts checklists by the rules of the engagement's file: each start once, whoever asks and wherever an earlier run was stopped.</summary>
public sealed class ChecklistStarter(IBlobStore blobs, IStateStore state, TimeProvider time)
{
    private readonly ChecklistStore store = new(state, time);
    private readonly DocumentPublisher documents = new(blobs, state);

    /// <summary>Starts what is due on the standing's day: by schedule, and for each deal that was won.</summary>
    /// <returns>The checklists that were started now.</returns>
    /// <exception cref="OpsException">A document cannot be written or has no line to tick: thrown when all other rules were seen to.</exception>
    public async Task<IReadOnlyList<Checklist>> StartDueAsync(Standing standing, CancellationToken cancellationToken = default)
    {
        var engagement = standing.Engagement;
        var started = new List<Checklist>();
        if (engagement.State is not (EngagementState.Active or EngagementState.Handover) || engagement.Checklists.Count == 0)
            return started;
        OpsException? refused = null;
        var calendar = WorkingDays.Of(engagement);
        foreach (var rule in engagement.Checklists)
        {
            try
            {
                foreach (var (key, start) in Due(rule, standing, calendar))
                {
                    if (await StartAsync(standing, rule, key, start, cancellationToken).ConfigureAwait(false) is { } checklist)
                        started.Add(checklist);
                }
            }
            catch (OpsException fault) when (fault.Kind != FailureKind.Retriable)
            {
                refused ??= fault;
            }
        }

        return refused is null ? started : throw refused;
    }

    /// <summary>Starts a rule's checklist unless the same key has.</summary>
    /// <returns>The checklist, or null where it was started before.</returns>
    public async Task<Checklist?> StartAsync(Standing standing, ChecklistRule rule, string key, ChecklistStart start, CancellationToken cancellationToken = default)
    {
        var engagement = standing.Engagement;
        if (await store.IsStartedAsync(engagement.Id, key, cancellationToken).ConfigureAwait(false))
            return null;
        var document = await documents.InForceAsync(standing, rule.Kind, cancellationToken: cancellationToken).ConfigureAwait(false);
        return await store.StartAsync(engagement, document, start with { Key = key, Owner = rule.Owner }, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<(string Key, ChecklistStart Start)> Due(ChecklistRule rule, Standing standing, WorkingDays calendar)
    {
        var first = rule.From ?? standing.Engagement.Start;
        if (ChecklistSchedule.Latest(rule, standing.At, first, calendar) is { } due)
            return [($"schedule/{rule.Id}/{rule.Every}/{due.Period}", new(due.Day, standing.At) { By = $"schedule {rule.Id}" })];
        return rule.Event == ChecklistRule.DealWon && standing.Facts is { } facts
            ? WonDeals.Read(facts, first, standing.At).Select(deal => (
                $"deal/{rule.Id}/{deal.Key:x32}",
                new ChecklistStart(deal.Day, standing.At) { For = CleanText.Clip(deal.Name, 16, 120) is { Length: > 0 } name ? name : null, By = $"deal won {rule.Id}" }))
            : [];
    }
}
