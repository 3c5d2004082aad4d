using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Milestones;

/// <summary>Keeps what happened to the milestones and criteria of engagements. Nothing is ever taken away: a reopening is one more line.</summary>
public sealed partial class MilestoneStore(IStateStore state, TimeProvider time)
{
    private const string Collection = "milestones";
    private const int Attempts = 50;

    /// <summary>Everything that happened so far.</summary>
    public async Task<MilestoneHistory> LoadAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var marks = new List<MilestoneMark>();
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken))
            marks.AddRange(Read(entry));
        return new(marks);
    }

    /// <summary>Marks as done by who is recorded to have done it.</summary>
    /// <exception cref="OpsException">The plan has no such milestone or criterion.</exception>
    public Task MarkDoneAsync(Engagement engagement, string id, string by, string? note, LocalDate day, CancellationToken cancellationToken = default) =>
        MarkDoneAsync(engagement, id, by, note, day, by, cancellationToken);

    /// <summary>Marks a milestone (<c>J30</c>) or a criterion (<c>J30-3</c>) as done; of several marks the first counts and all are kept.</summary>
    /// <param name="engagement">Whose plan.</param>
    /// <param name="id">The milestone or criterion.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="note">What shows it, or null.</param>
    /// <param name="day">The day it counts for.</param>
    /// <param name="actor">Who, for the audit record.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">The plan has no such milestone or criterion.</exception>
    public Task MarkDoneAsync(
        Engagement engagement, string id, string by, string? note, LocalDate day, string actor, CancellationToken cancellationToken = default) =>
        AppendAsync(engagement.Id, Find(engagement, id), MarkKind.Done, by, note, day, actor, cancellationToken);

    /// <summary>Takes back what was marked, and with a milestone the marks of its criteria; automatic criteria are judged anew.</summary>
    /// <exception cref="OpsException">The plan has no such milestone or criterion.</exception>
    public Task ReopenAsync(Engagement engagement, string id, string by, string? note, LocalDate day, CancellationToken cancellationToken = default) =>
        AppendAsync(engagement.Id, Find(engagement, id), MarkKind.Reopened, by, note, day, null, cancellationToken);

    /// <summary>Records what an evaluation found.</summary>
    internal Task RecordAsync(EngagementId engagement, string target, MarkKind what, LocalDate day, CancellationToken cancellationToken) =>
        AppendAsync(engagement, target, what, null, null, day, null, cancellationToken);

    private static string Find(Engagement engagement, string id)
    {
        var ids = MilestonePlan.For(engagement).SelectMany(milestone => milestone.Criteria.Select(criterion => criterion.Id).Prepend(milestone.Id)).ToList();
        if (ids.Find(known => string.Equals(known, id, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        var list = string.Join(", ", ids);
        throw OpsException.Refused(
            $"The plan has no milestone or criterion of that id. It has: {list}.", $"Le plan n'a ni jalon ni critère de cet identifiant. Il contient\u00a0: {list}.");
    }

    private async Task AppendAsync(
        EngagementId engagement, string target, MarkKind what, string? by, string? note, LocalDate day, string? actor, CancellationToken cancellationToken)
    {
        var key = new StateKey(Collection, target);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var found = await state.FindAsync(engagement, key, cancellationToken);
            var marks = found is null ? [] : Read(found);
            var mark = new MilestoneMark(target, what, day, Instant.FromDateTimeOffset(time.GetUtcNow()), by, note);
            if (marks.Count > 0 && marks[^1] with { At = mark.At } == mark)
                return;
            var value = Write([.. marks, mark]);
            try
            {
                List<StateChange> changes = [found is null ? StateChange.Insert(key, value) : StateChange.Replace(found, value)];
                if (by is not null)
                    changes.Add(AuditLog.LineOf(time, actor ?? by, what == MarkKind.Done ? AuditAction.MilestoneDone : AuditAction.MilestoneReopened, target));
                await state.CommitAsync(engagement, changes, cancellationToken);
                return;
            }
            catch (StateConflictException)
            {
                // Somebody marked it first: add to what there is now.
            }
        }

        throw OpsException.Retriable(
            "Others keep changing the milestones at the same time: run the command again.",
            "D'autres modifient les jalons au même moment\u00a0: relancez la commande.");
    }

    private static string Write(IEnumerable<MilestoneMark> marks) => JsonSerializer.Serialize(
        [.. marks.Select(mark => new StoredMark(
            mark.What, LocalDatePattern.Iso.Format(mark.Day), InstantPattern.ExtendedIso.Format(mark.At), mark.By, mark.Note))],
        MilestoneJsonContext.Default.ListStoredMark);

    private static List<MilestoneMark> Read(StateEntry entry) =>
        [.. (JsonSerializer.Deserialize(entry.Value, MilestoneJsonContext.Default.ListStoredMark) ?? []).Select(stored => new MilestoneMark(
            entry.Key.Id, stored.What, LocalDatePattern.Iso.Parse(stored.Day).Value, InstantPattern.ExtendedIso.Parse(stored.At).Value, stored.By, stored.Note))];

    internal sealed record StoredMark(MarkKind What, string Day, string At, string? By, string? Note);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UseStringEnumConverter = true)]
    [JsonSerializable(typeof(List<StoredMark>))]
    private sealed partial class MilestoneJsonContext : JsonSerializerContext;
}
