using System.Globalization;
using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Events;

/// <summary>
/// Tells what changed since an engagement was looked at last: KPIs that left their target or came back, milestones, sources grown old, decisions
/// that wait. What is told is decided on in one commit before it is told, so that a crash loses no event and repeats none.
/// </summary>
public sealed class StandingNews(IStateStore state, IEventSink events)
{
    private const int Attempts = 20;
    private const int ChecklistDays = 30;
    private const string Well = "";
    private static readonly StateKey Key = new("told", "standing");

    /// <summary>Tells what is new.</summary>
    public async Task TellAsync(Standing standing, Instant now, CancellationToken cancellationToken = default)
    {
        var engagement = standing.Engagement.Id;
        for (var attempt = 1; ; attempt++)
        {
            var entry = await state.FindAsync(engagement, Key, cancellationToken).ConfigureAwait(false);
            var told = entry is null ? StandingTold.Nothing : StandingTold.Read(entry.Value);
            foreach (var pending in told.Pending)
                await events.PublishAsync(engagement, pending.Type, pending.Subject, pending.Key, pending.Data, pending.Occurred, cancellationToken).ConfigureAwait(false);
            var next = Next(told with { Pending = [] }, standing, now);
            if (next is null && told.Pending.Count == 0)
                return;
            try
            {
                await state.CommitAsync(engagement, [new StateChange(Key, (next ?? told with { Pending = [] }).Write(), entry?.ETag)], cancellationToken).ConfigureAwait(false);
                if (next is null)
                    return;
            }
            catch (StateConflictException) when (attempt < Attempts)
            {
                // Another look came first: what it told is not told again.
            }
        }
    }

    // Null where nothing changed.
    private static StandingTold? Next(StandingTold told, Standing standing, Instant now)
    {
        var words = new Dictionary<string, string>(told.Words, StringComparer.Ordinal);
        var pending = new List<PendingEvent>();
        foreach (var (subject, word, data) in Words(standing))
        {
            var before = words.GetValueOrDefault(subject, Well);
            if (word == before)
                continue;
            words[subject] = word;
            // A KPI that is well when it is looked at first is no news; one that came back is.
            if (word.Length == 0 && before != EventTypes.KpiOffTarget)
                continue;
            var number = (told.Count + pending.Count + 1).ToString(CultureInfo.InvariantCulture);
            var type = word.Length == 0 ? EventTypes.KpiOnTarget : word;
            pending.Add(new(type, subject[(subject.IndexOf('/', StringComparison.Ordinal) + 1)..], $"{type}/{number}", data, now));
        }

        var gone = words.Keys.Where(subject =>
            (subject.StartsWith("decision/", StringComparison.Ordinal) && !standing.Log.Any(item => item.Open && "decision/" + item.Id == subject))
            || (subject.StartsWith("checklist/", StringComparison.Ordinal) && !NewlyDone(standing).Any(done => "checklist/" + done.Id == subject))).ToList();
        foreach (var subject in gone.Concat(words.Where(pair => pair.Value.Length == 0).Select(pair => pair.Key)).ToList())
            words.Remove(subject);
        return pending.Count == 0 && words.Count == told.Words.Count && words.All(pair => told.Words.GetValueOrDefault(pair.Key) == pair.Value)
            ? null
            : new(words, told.Count + pending.Count, pending);
    }

    private static IEnumerable<(string Subject, string Word, string Data)> Words(Standing standing)
    {
        foreach (var kpi in standing.Kpis.Where(kpi => kpi.Status is KpiStatus.OffTarget or KpiStatus.OnTarget))
            yield return ("kpi/" + kpi.Id, kpi.Status == KpiStatus.OffTarget ? EventTypes.KpiOffTarget : Well, EventData.Of(kpi));
        foreach (var milestone in standing.Milestones.Milestones)
            yield return ("milestone/" + milestone.Id, WordOf(milestone.Status), EventData.Of(milestone));
        foreach (var source in StandingSources.Of(standing))
            yield return ("source/" + source.Id, source.IsStale ? EventTypes.SourceStale : Well, EventData.Of(source.Source));
        foreach (var decision in standing.Log.Where(item => item is { Kind: LogKind.Decision, Open: true }))
            yield return ("decision/" + decision.Id, EventTypes.DecisionAwaited, EventData.Of(decision));
        foreach (var checklist in NewlyDone(standing))
            yield return ("checklist/" + checklist.Id, EventTypes.ChecklistDone, EventData.ChecklistDone(checklist.Id, checklist.DoneOn!.Value, checklist.Lines.Count));
    }

    // One done long ago was told of long ago, and need not be remembered.
    private static IEnumerable<Checklist> NewlyDone(Standing standing) =>
        standing.Checklists.Where(checklist => checklist.DoneOn is { } day && day.PlusDays(ChecklistDays) >= standing.At);

    private static string WordOf(MilestoneState status) => status switch
    {
        MilestoneState.AtRisk => EventTypes.MilestoneAtRisk,
        MilestoneState.Late => EventTypes.MilestoneLate,
        MilestoneState.Done or MilestoneState.DoneLate => EventTypes.MilestoneDone,
        _ => Well,
    };
}
