using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Checklists;

/// <summary>
/// The checklists of engagements: started from a document, frozen, ticked line by line. Numbers have no gaps and are never used again, whoever starts
/// one at the same time.
/// </summary>
public sealed class ChecklistStore(IStateStore state, TimeProvider time)
{
    private const string Origins = "checklist-origins";
    private const string Prefix = "CL-";
    private const int Attempts = 50;
    private static readonly NumberedRecords Records = new("checklists", Prefix);

    /// <summary>Starts a checklist, or finds the one that the same key started.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="document">The document whose lines it takes.</param>
    /// <param name="start">When and for what.</param>
    /// <param name="cancellationToken">Stops before it is started.</param>
    /// <exception cref="OpsException">The document has no line to tick; or others kept starting at the same time.</exception>
    public async Task<Checklist> StartAsync(Engagement engagement, GeneratedDocument document, ChecklistStart start, CancellationToken cancellationToken = default)
    {
        var calendar = document.CountsWorkingDays ? WorkingDays.Of(engagement) : null;
        List<ChecklistLine> lines =
        [
            .. ChecklistText.Read(document.Markdown, start.Day, calendar)
                .Select(line => line with { Person = line.Who is null ? start.Owner : ChecklistAssignee.Find(engagement, line.Who) }),
        ];
        if (lines.Count == 0)
        {
            throw OpsException.Refused(
                $"{document.Kind.Id} has no line to tick, so nothing was started. Lines are rows of a table that begin with ☐, or list items written - [ ].",
                $"{document.Kind.Id} n'a aucune ligne à cocher\u00a0: rien n'a été démarré. Les lignes sont des rangées de tableau qui commencent par ☐, ou des éléments de liste écrits - [ ].");
        }

        var origin = start.Key is null ? (StateKey?)null : new StateKey(Origins, Hash(start.Key));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (origin is { } key && await state.FindAsync(engagement.Id, key, cancellationToken).ConfigureAwait(false) is { } known)
                return (await FindAsync(engagement.Id, known.Value, cancellationToken).ConfigureAwait(false))!;
            var number = await Records.LastAsync(state, engagement.Id, cancellationToken).ConfigureAwait(false) + 1;
            var checklist = new Checklist
            {
                Id = Records.IdOf(number),
                Kind = document.Kind.Id,
                Title = document.Title,
                Version = document.Record.Version,
                For = start.For,
                Day = start.Day,
                Started = start.Today,
                By = start.By,
                Lines = lines,
            };
            List<StateChange> changes =
            [
                StateChange.Insert(Records.KeyOf(number), ChecklistJson.Write(checklist)),
                AuditLog.LineOf(time, start.By, AuditAction.ChecklistStarted, checklist.Id),
            ];
            if (origin is { } once)
                changes.Add(StateChange.Insert(once, checklist.Id));
            try
            {
                await state.CommitAsync(engagement.Id, changes, cancellationToken).ConfigureAwait(false);
                return checklist;
            }
            catch (StateConflictException)
            {
                // Somebody took the number, or answered the same request: look again.
            }
        }

        throw Busy();
    }

    /// <summary>Whether a key has started a checklist.</summary>
    public async Task<bool> IsStartedAsync(EngagementId engagement, string key, CancellationToken cancellationToken = default) =>
        await state.FindAsync(engagement, new(Origins, Hash(key)), cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Ticks a line; one that is ticked stays as it was ticked first.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="line">The line: <c>CL-3-2</c>.</param>
    /// <param name="by">Who.</param>
    /// <param name="note">What shows it, or null.</param>
    /// <param name="today">The day it is, in the engagement's zone.</param>
    /// <param name="cancellationToken">Stops before it is ticked.</param>
    /// <exception cref="OpsException">There is no such line.</exception>
    public Task<Checklist> TickAsync(EngagementId engagement, string line, string? by, string? note, LocalDate today, CancellationToken cancellationToken = default) =>
        TickAsync(engagement, line, by, note, today, by, cancellationToken);

    /// <summary>Ticks a line; one that is ticked stays as it was ticked first.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="line">The line: <c>CL-3-2</c>.</param>
    /// <param name="by">Who, for people to read.</param>
    /// <param name="note">What shows it, or null.</param>
    /// <param name="today">The day it is, in the engagement's zone.</param>
    /// <param name="actor">Who, for the record of acts; null for whoever runs commands.</param>
    /// <param name="cancellationToken">Stops before it is ticked.</param>
    /// <exception cref="OpsException">There is no such line.</exception>
    public Task<Checklist> TickAsync(
        EngagementId engagement, string line, string? by, string? note, LocalDate today, string? actor, CancellationToken cancellationToken = default) => ChangeAsync(
            engagement, line, actor, AuditAction.ChecklistTicked, open => open.DoneOn is null ? open with { DoneOn = today, DoneBy = by, Note = note } : null, cancellationToken);

    /// <summary>Opens a ticked line again.</summary>
    /// <exception cref="OpsException">There is no such line.</exception>
    public Task<Checklist> ReopenAsync(EngagementId engagement, string line, string? by, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            engagement, line, by, AuditAction.ChecklistReopened, done => done.DoneOn is null ? null : done with { DoneOn = null, DoneBy = null, Note = null }, cancellationToken);

    /// <summary>A checklist, or null. The id's letters may be lower case.</summary>
    public async Task<Checklist?> FindAsync(EngagementId engagement, string id, CancellationToken cancellationToken = default) =>
        TryParse(id, out var number, out var line) && line is null && await state.FindAsync(engagement, Records.KeyOf(number), cancellationToken).ConfigureAwait(false) is { } found
            ? ChecklistJson.Read(found.Value)
            : null;

    /// <summary>The checklists, by number.</summary>
    public async Task<IReadOnlyList<Checklist>> ListAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var all = new List<Checklist>();
        await foreach (var found in state.ListAsync(engagement, Records.Collection, "", cancellationToken).ConfigureAwait(false))
            all.Add(ChecklistJson.Read(found.Value));
        return all;
    }

    private async Task<Checklist> ChangeAsync(
        EngagementId engagement, string id, string? by, string action, Func<ChecklistLine, ChecklistLine?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (!TryParse(id, out var number, out var line) || line is not { } place
                || await state.FindAsync(engagement, Records.KeyOf(number), cancellationToken).ConfigureAwait(false) is not { } found)
                throw Missing();
            var checklist = ChecklistJson.Read(found.Value);
            if (checklist.Lines.FirstOrDefault(one => one.Number == place) is not { } known)
                throw Missing();
            if (change(known) is not { } changed)
                return checklist;
            checklist = checklist with { Lines = [.. checklist.Lines.Select(one => one.Number == place ? changed : one)] };
            try
            {
                await state.CommitAsync(
                    engagement,
                    [StateChange.Replace(found, ChecklistJson.Write(checklist)), AuditLog.LineOf(time, by, action, $"{checklist.Id}-{place}")],
                    cancellationToken).ConfigureAwait(false);
                return checklist;
            }
            catch (StateConflictException)
            {
                // Somebody ticked another line first.
            }
        }

        throw Busy();
    }

    // CL-3 is a checklist, CL-3-2 a line of it.
    private static bool TryParse(string id, out int number, out int? line)
    {
        (number, line) = (0, null);
        if (!id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return false;
        var parts = id[Prefix.Length..].Split('-');
        if (parts.Length is < 1 or > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return false;
        if (parts.Length == 1)
            return true;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            return false;
        line = place;
        return true;
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static OpsException Missing() => OpsException.Refused(
        "There is no checklist line of that id: ids look like CL-3-2, and ops checklist list shows them.",
        "Aucune ligne de check-list ne porte cet identifiant\u00a0: il s'écrit comme CL-3-2, et ops checklist list l'affiche.");

    private static OpsException Busy() => OpsException.Retriable(
        "Others are changing the checklists at the same moment. Nothing was changed: try again.",
        "D'autres modifient les check-lists au même moment. Rien n'a été modifié\u00a0: réessayez.");
}
