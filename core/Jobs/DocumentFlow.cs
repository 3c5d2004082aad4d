using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Jobs;

/// <summary>
/// The order of documents over a queue that has none: a run over the KPIs asks for those that last, and whichever of them is done last asks
/// for those of the cadence. Collection <c>runs</c>, id <c>document/{kind}</c>, holds the latest run that each is done for.
/// </summary>
public sealed class DocumentFlow(IStateStore state, JobSender jobs)
{
    private const string Collection = "runs";
    private const string Prefix = "document/";
    private const int Attempts = 20;

    /// <summary>The key of the work: a document is written from what there is, whoever asks.</summary>
    public static string JobKey(string kind) => Prefix + kind;

    /// <summary>Asks for the documents of a run that come first.</summary>
    public async Task BeginAsync(Engagement engagement, LocalDate day, int run, CancellationToken cancellationToken = default)
    {
        var first = DocumentPlan.Lasting(engagement) is { Count: > 0 } lasting
            ? lasting
            : DueCadence(engagement, day, await ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false));
        // Those that people wrote are brought up to date beside them: what comes after waits for the library's alone, since people retire theirs meanwhile.
        var own = await DocumentStore.OwnKindsAsync(state, engagement.Id, cancellationToken).ConfigureAwait(false);
        await SendAsync(engagement, first.Concat(own), day, run, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records that a document is done, or can never be; where those that last are all done for its run, the others are asked for.</summary>
    public async Task DoneAsync(Engagement engagement, DocumentJob job, LocalDate day, CancellationToken cancellationToken = default)
    {
        await MarkAsync(engagement.Id, job, day, cancellationToken).ConfigureAwait(false);
        var lasting = DocumentPlan.Lasting(engagement);
        if (job.Run == 0 || !lasting.Any(kind => kind.Id == job.Kind))
            return;
        var marks = await ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        if (lasting.All(kind => marks.TryGetValue(kind.Id, out var mark) && mark.Run >= job.Run))
            await SendAsync(engagement, DueCadence(engagement, day, marks), day, job.Run, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>For each kind, the run and the day that it was done for last.</summary>
    internal async Task<IReadOnlyDictionary<string, (int Run, LocalDate Day)>> ListAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var marks = new Dictionary<string, (int, LocalDate)>(StringComparer.Ordinal);
        await foreach (var entry in state.ListAsync(engagement, Collection, Prefix, cancellationToken).ConfigureAwait(false))
            marks[entry.Key.Id[Prefix.Length..]] = Read(entry);
        return marks;
    }

    private static IEnumerable<DocumentKind> DueCadence(Engagement engagement, LocalDate day, IReadOnlyDictionary<string, (int Run, LocalDate Day)> marks) =>
        DocumentPlan.Cadence(engagement)
            .Where(kind => CadenceCalendar.IsDue(engagement, kind.Id, day, marks.TryGetValue(kind.Id, out var mark) ? mark.Day : null));

    private async Task SendAsync(Engagement engagement, IEnumerable<DocumentKind> kinds, LocalDate day, int run, CancellationToken cancellationToken)
    {
        foreach (var kind in kinds)
            await jobs.SendAsync(new DocumentJob(engagement.Id, JobKey(kind.Id), kind.Id, day) { Run = run }, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private async Task MarkAsync(EngagementId engagement, DocumentJob job, LocalDate day, CancellationToken cancellationToken)
    {
        var key = new StateKey(Collection, Prefix + job.Kind);
        for (var attempt = 1; ; attempt++)
        {
            var entry = await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false);
            var known = entry is null ? (Run: 0, Day: LocalDate.MinIsoValue) : Read(entry);
            var wanted = (Run: Math.Max(known.Run, job.Run), Day: LocalDate.Max(known.Day, day));
            if (wanted == known)
                return;
            var json = JsonText.Write(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("run", wanted.Run);
                json.WriteString("day", LocalDatePattern.Iso.Format(wanted.Day));
                json.WriteEndObject();
            });
            try
            {
                await state.CommitAsync(engagement, [new StateChange(key, json, entry?.ETag)], cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (StateConflictException) when (attempt < Attempts)
            {
                // The same document was done for another run at the same moment: the later one holds.
            }
        }
    }

    private static (int Run, LocalDate Day) Read(StateEntry entry)
    {
        using var document = JsonDocument.Parse(entry.Value);
        return (document.RootElement.GetProperty("run").GetInt32(), LocalDatePattern.Iso.Parse(document.RootElement.GetProperty("day").GetString()!).Value);
    }
}
