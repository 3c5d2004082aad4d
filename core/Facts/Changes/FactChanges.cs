using System.Globalization;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Facts.Changes;

/// <summary>
/// What events told of records: one entry of state a record, beside the files that exports fill. Nothing is merged when an event comes; facts
/// are read with the newer of both.
/// </summary>
internal sealed class FactChanges(IStateStore state)
{
    /// <summary>The entries; their ids are the fact type in lower case and the record's key in hex.</summary>
    public const string Collection = "fact-changes";

    /// <summary>The days on which events told of a type of fact: ids are type, source and day.</summary>
    public const string DaysCollection = "fact-days";

    private const int Attempts = 20;
    private const int MostAtOnce = 40;

    /// <summary>Adds what events of one delivery say; again changes nothing.</summary>
    /// <param name="engagement">Whose facts they are.</param>
    /// <param name="source">The source of webhooks.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="changes">What the events say.</param>
    /// <param name="cancellationToken">Stops between records.</param>
    /// <returns>Whether any of it was new.</returns>
    /// <exception cref="OpsException">Retriable: others kept changing the same records.</exception>
    public async Task<bool> AddAsync(
        EngagementId engagement, string source, string delivery, IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken)
    {
        var people = await new ErasureStore(state).LoadAsync(engagement, cancellationToken).ConfigureAwait(false);
        if (people is not null)
            changes = [.. changes.Where(change => !people.IsIn(change.Id))];
        var news = false;
        foreach (var part in changes.GroupBy(KeyOf).Chunk(MostAtOnce))
            news |= await AddAsync(engagement, source, delivery, part, people, cancellationToken).ConfigureAwait(false);
        return news;
    }

    /// <summary>All entries.</summary>
    public async Task<IReadOnlyList<(ChangedRecord Record, StateEntry Entry)>> ReadAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var found = new List<(ChangedRecord, StateEntry)>();
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken).ConfigureAwait(false))
            found.Add((ChangedRecordJson.Read(entry.Value), entry));
        return found;
    }

    /// <summary>The first and last day on which events of each source told of each type.</summary>
    public async Task<IReadOnlyDictionary<(FactType Type, string Source), ToldDays>> ReadDaysAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var days = new Dictionary<(FactType, string), ToldDays>();
        await foreach (var entry in state.ListAsync(engagement, DaysCollection, "", cancellationToken).ConfigureAwait(false))
        {
            var parts = entry.Key.Id.Split('/');
            if (parts.Length != 3 || !Enum.TryParse<FactType>(parts[0], ignoreCase: true, out var type) || LocalDatePattern.Iso.Parse(parts[2]) is not { Success: true } day)
                continue;
            days[(type, parts[1])] = days.TryGetValue((type, parts[1]), out var known) ? known with { Last = day.Value } : new(day.Value, day.Value);
        }

        return days;
    }

    private async Task<bool> AddAsync(
        EngagementId engagement, string source, string delivery, IReadOnlyList<IGrouping<StateKey, RecordChange>> records, ErasedPeople? people, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var steps = new List<StateChange>();
            foreach (var record in records)
            {
                var found = await state.FindAsync(engagement, record.Key, cancellationToken).ConfigureAwait(false);
                var first = record.First();
                var told = found is null ? new ChangedRecord(first.Type, first.Namespace, first.Id) : ChangedRecordJson.Read(found.Value);
                if (record.Aggregate(false, (any, change) => Add(told, change, source, delivery, people) | any))
                    steps.Add(found is null ? StateChange.Insert(record.Key, ChangedRecordJson.Write(told)) : StateChange.Replace(found, ChangedRecordJson.Write(told)));
            }

            if (steps.Count == 0)
                return false;
            var days = records.SelectMany(record => record).Select(change => DayOf(change, source)).Distinct().Select(key => StateChange.Put(key, "{}")).ToList();
            steps.AddRange(days.Take(MostAtOnce));
            try
            {
                // Days beyond what one commit holds go before the records, so that no record is kept without its days.
                foreach (var more in days.Skip(MostAtOnce).Chunk(MostAtOnce))
                    await state.CommitAsync(engagement, more, cancellationToken).ConfigureAwait(false);
                await state.CommitAsync(engagement, steps, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (StateConflictException)
            {
                // Another delivery told of one of them first: add to what there is now.
            }
        }

        throw OpsException.Retriable(
            "Other events keep telling of the same records, so this one was not taken in yet. It is tried again.",
            "D'autres événements modifient sans cesse les mêmes fiches\u00a0: celui-ci n'est pas encore pris en compte. Il sera traité à nouveau.");
    }

    private static bool Add(ChangedRecord record, RecordChange change, string source, string delivery, ErasedPeople? people)
    {
        var news = false;
        var fields = people is null ? null : new PersonFields(people);
        var subject = change.Values.Select(value => value.Value.Text is { } text ? fields?.SubjectIn(change.Type, value.Key, text) : null).FirstOrDefault(found => found is not null);
        foreach (var (name, (text, isKnown)) in change.Values)
        {
            var kept = fields is null || text is null || fields.Edited(change.Type, name, text, subject) is not { } edited ? text : edited.Length == 0 ? null : edited;
            news |= record.Add(name, new(change.At.ToUnixTimeMilliseconds(), change.OffsetMinutes, kept, isKnown, source, delivery));
        }

        return news;
    }

    private static StateKey KeyOf(RecordChange change)
    {
        var key = new ChangedRecord(change.Type, change.Namespace, change.Id).Key;
        return new(Collection, string.Create(CultureInfo.InvariantCulture, $"{NameOf(change.Type)}/{key:x32}"));
    }

    private static StateKey DayOf(RecordChange change, string source) =>
        new(DaysCollection, $"{NameOf(change.Type)}/{source}/{LocalDatePattern.Iso.Format(change.Time.Date)}");

    private static string NameOf(FactType type) => type.ToString().ToLowerInvariant();
}
