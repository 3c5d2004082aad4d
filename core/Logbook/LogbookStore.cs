using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Logbook;

/// <summary>
/// The decisions, actions, risks, comments and improvements of engagements, numbered D-1, A-1, R-1, C-1 and I-1 in each. Numbers have no gaps and are never
/// used again, whoever adds at the same time.
/// </summary>
public sealed class LogbookStore(IStateStore state, TimeProvider time)
{
    private const string Collection = "logbook";
    private const string Origins = "logbook-origins";
    private const int LongestText = 4000;
    private const int Attempts = 50;

    /// <summary>Adds an item, or finds the one that the same origin key added before.</summary>
    /// <exception cref="OpsException">The text is empty or too long; or others kept adding at the same time.</exception>
    public async Task<LogItem> AddAsync(EngagementId engagement, NewLogItem added, CancellationToken cancellationToken = default)
    {
        Check(added.Text, mustBeThere: true);
        Check(added.Recommendation, mustBeThere: false);
        Check(added.Cause, mustBeThere: false);
        Check(added.Change, mustBeThere: false);
        var origin = added.OriginKey is null ? (StateKey?)null : new StateKey(Origins, Hash(added.OriginKey));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (origin is { } key && await state.FindAsync(engagement, key, cancellationToken) is { } known)
                return (await FindAsync(engagement, known.Value, cancellationToken))!.Item;

            var records = RecordsOf(added.Kind);
            var number = await records.LastAsync(state, engagement, cancellationToken) + 1;
            var item = Create(added, records.IdOf(number));
            var entry = new LogEntry(item, [new(Instant.FromDateTimeOffset(time.GetUtcNow()), added.Day, "added", added.By, null)]);
            List<StateChange> changes = [StateChange.Insert(records.KeyOf(number), LogbookJson.Write(entry))];
            // What an event of another tool added is in the list of its deliveries; the record is of what people do.
            if (origin is { } once)
                changes.Add(StateChange.Insert(once, item.Id));
            if (origin is null || added.Actor is not null)
                changes.Add(AuditLog.LineOf(time, added.Actor ?? added.By, AuditAction.ItemAdded, item.Id));
            try
            {
                await state.CommitAsync(engagement, changes, cancellationToken);
                return item;
            }
            catch (StateConflictException)
            {
                // Somebody took the number, or answered the same request: look again.
            }
        }

        throw Busy();
    }

    /// <summary>Closes an item by who is recorded to have done it.</summary>
    /// <exception cref="OpsException">There is no such item, or it was closed with another outcome.</exception>
    public Task<LogItem> CloseAsync(EngagementId engagement, string id, string? outcome, string? by, LocalDate day, CancellationToken cancellationToken = default) =>
        CloseAsync(engagement, id, outcome, by, day, by, cancellationToken);

    /// <summary>Closes an item with what was decided or how it ended; one that is closed already with the same outcome stays as it is.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="id">The item's id.</param>
    /// <param name="outcome">What was decided, or how it ended; null for nothing to say.</param>
    /// <param name="by">Who, or null.</param>
    /// <param name="day">The day it counts for.</param>
    /// <param name="actor">Who, for the audit record; null for the operator.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">There is no such item, or it was closed with another outcome.</exception>
    public Task<LogItem> CloseAsync(
        EngagementId engagement, string id, string? outcome, string? by, LocalDate day, string? actor, CancellationToken cancellationToken = default)
    {
        Check(outcome, mustBeThere: false);
        return ChangeAsync(engagement, id, "closed", by, outcome, day, actor, item => item switch
        {
            { Open: true } => item with { Open = false, Outcome = outcome, ClosedBy = by, ClosedOn = day },
            _ when item.Outcome == outcome => null,
            _ => throw OpsException.Refused(
                $"{item.Id} is closed already, with another outcome: reopen it to change it.",
                $"{item.Id} est déjà clos, avec une autre issue\u00a0: rouvrez-le pour la changer."),
        }, cancellationToken);
    }

    /// <summary>Opens a closed item again; an open one stays as it is.</summary>
    /// <exception cref="OpsException">There is no such item.</exception>
    public Task<LogItem> ReopenAsync(EngagementId engagement, string id, string? reason, string? by, LocalDate day, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            engagement, id, "reopened", by, reason, day, null,
            item => item.Open ? null : item with { Open = true, Outcome = null, ClosedBy = null, ClosedOn = null },
            cancellationToken);

    /// <summary>The items, by kind and then by number.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="kind">One kind only, or null for all.</param>
    /// <param name="openOnly">Whether closed ones are left out.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<LogItem>> ListAsync(
        EngagementId engagement, LogKind? kind = null, bool openOnly = false, CancellationToken cancellationToken = default)
    {
        var items = new List<LogItem>();
        await foreach (var found in state.ListAsync(engagement, Collection, kind is { } one ? PrefixOf(one) : "", cancellationToken))
        {
            var item = LogbookJson.Read(found.Value).Item;
            if (item.Open || !openOnly)
                items.Add(item);
        }

        return [.. items.OrderBy(item => item.Kind)];
    }

    /// <summary>An item with its history, or null. The id's letter may be lower case.</summary>
    public async Task<LogEntry?> FindAsync(EngagementId engagement, string id, CancellationToken cancellationToken = default) =>
        TryParse(id, out var key) && await state.FindAsync(engagement, key, cancellationToken) is { } found ? LogbookJson.Read(found.Value) : null;

    private async Task<LogItem> ChangeAsync(
        EngagementId engagement, string id, string what, string? by, string? note, LocalDate day, string? actor, Func<LogItem, LogItem?> change,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (!TryParse(id, out var key) || await state.FindAsync(engagement, key, cancellationToken) is not { } found)
            {
                throw OpsException.Refused(
                    "There is no item of that id in the logbook: ids look like D-14, and the list commands show them.",
                    "Aucun élément du journal de bord ne porte cet identifiant\u00a0: il s'écrit comme D-14, et les commandes list l'affichent.");
            }

            var entry = LogbookJson.Read(found.Value);
            if (change(entry.Item) is not { } changed)
                return entry.Item;
            LogChange recorded = new(Instant.FromDateTimeOffset(time.GetUtcNow()), day, what, by, note);
            try
            {
                await state.CommitAsync(
                    engagement,
                    [
                        StateChange.Replace(found, LogbookJson.Write(new(changed, [.. entry.History, recorded]))),
                        AuditLog.LineOf(time, actor ?? by, changed.Open ? AuditAction.ItemReopened : AuditAction.ItemClosed, changed.Id),
                    ],
                    cancellationToken);
                return changed;
            }
            catch (StateConflictException)
            {
                // Somebody changed it first: decide again on what it is now.
            }
        }

        throw Busy();
    }

    private static LogItem Create(NewLogItem added, string id) => new()
    {
        Id = id,
        Kind = added.Kind,
        Text = added.Text.Trim(),
        Owner = added.Owner,
        Due = added.Due,
        Recommendation = added.Recommendation,
        Topic = added.Topic,
        Cause = added.Cause,
        Change = added.Change,
        Kpi = added.Kpi,
        Origin = added.Origin,
        Added = added.Day,
    };

    private static string PrefixOf(LogKind kind) => kind switch
    {
        LogKind.Decision => "D-",
        LogKind.Action => "A-",
        LogKind.Risk => "R-",
        LogKind.Improvement => "I-",
        _ => "C-",
    };

    private static NumberedRecords RecordsOf(LogKind kind) => new(Collection, PrefixOf(kind));

    private static bool TryParse(string id, out StateKey key)
    {
        key = default;
        foreach (var kind in Enum.GetValues<LogKind>())
        {
            if (!id.StartsWith(PrefixOf(kind), StringComparison.OrdinalIgnoreCase)
                || !int.TryParse(id.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                continue;
            key = RecordsOf(kind).KeyOf(number);
            return true;
        }

        return false;
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static void Check(string? text, bool mustBeThere)
    {
        if (mustBeThere && string.IsNullOrWhiteSpace(text))
            throw OpsException.WrongUsage("The text is empty: say what it is about.", "Le texte est vide\u00a0: dites de quoi il s'agit.");
        if (text?.Length > LongestText)
        {
            throw OpsException.WrongUsage(
                $"The text is longer than {LongestText} characters: shorten it.", $"Le texte dépasse {LongestText} caractères\u00a0: raccourcissez-le.");
        }
    }

    private static OpsException Busy() => OpsException.Retriable(
        "Others keep changing the logbook at the same time: run the command again.",
        "D'autres modifient le journal de bord au même moment\u00a0: relancez la commande.");
}
