namespace OpsAutomation.Facts.Changes;

/// <summary>Brings what events told into a record: of each field the newest value that is newer than the record as it was read.</summary>
internal sealed class RecordUpdate
{
    // A tool that closes a deal writes the day in the same breath.
    private const long SameBreath = 60_000;

    private readonly FactSchema schema;
    private readonly FactField? modified;
    private readonly FactField? status;
    private readonly FactField? closing;
    private readonly FactField[] overwritable;

    public RecordUpdate(FactType type)
    {
        schema = FactSchema.Of(type);
        modified = schema.Find("modified");
        (status, closing) = type switch
        {
            FactType.Deal => (DealFields.Status, DealFields.Closed),
            FactType.Ticket => (TicketFields.Status, TicketFields.Closed),
            FactType.Task => (TaskFields.Status, TaskFields.Completed),
            _ => ((FactField?)null, (FactField?)null),
        };
        overwritable = [.. OverwritableValues.NamesOf(type).Select(schema.Find).OfType<FactField>()];
    }

    /// <summary>Updates a record that an export holds.</summary>
    /// <param name="record">The record as it is stored.</param>
    /// <param name="told">What events told of it.</param>
    /// <param name="full">The moment of the newest export that held all records of its namespace, or the least number.</param>
    public void Update(FactRecord record, ChangedRecord told, long full)
    {
        var isGone = record.State.HasFlag(RecordState.Gone);
        var after = isGone ? Math.Max(record.Version, full) : record.Version;
        if (!told.All.Any(value => value.At > after))
            return;
        record.State &= ~RecordState.Gone;
        Apply(record, told, after, isStored: true);
    }

    /// <summary>Makes a record of what events alone told; false where that is not enough for it to count.</summary>
    /// <param name="record">The record, empty.</param>
    /// <param name="told">What events told of it.</param>
    /// <param name="full">The moment of the newest export that held all records of its namespace, and not this one; or the least number.</param>
    public bool Create(FactRecord record, ChangedRecord told, long full)
    {
        if (!told.All.Any(value => value.At > full))
            return false;
        Apply(record, told, full, isStored: false);
        if (schema.Find("id") is { } id)
            record.Set(id, told.Id);
        if (status is not null && !record.Has(status))
            record.Set(status, "open"u8);
        return IsEnough(record);
    }

    private void Apply(FactRecord record, ChangedRecord told, long after, bool isStored)
    {
        var before = status is null ? null : FieldText.Of(record, status);
        var newest = long.MinValue;
        foreach (var (name, values) in told.Fields)
        {
            newest = Math.Max(newest, values[0].At);
            if (Newest(values, after) is not { } value)
                continue;
            if (ChangedRecord.StateOf(name) is { } state)
                record.State = value.Text == "true" ? record.State | state : record.State & ~state;
            else if (schema.Find(name) is { } field)
                Take(record, field, values, value, after, isStored);
        }

        if (status is not null && closing is not null && told.Fields.TryGetValue(status.Name, out var statuses) && Newest(statuses, after) is not null)
            Close(record, told, statuses, before, after);
        record.Version = Math.Max(record.Version, newest);
        if (modified is not null)
            record.Set(modified, TimeOf(told.All.First(value => value.At == newest)));
    }

    private void Take(FactRecord record, FactField field, List<ToldValue> values, in ToldValue value, long after, bool isStored)
    {
        if (overwritable.Contains(field))
        {
            var (since, isWhole) = RunOf(values, after);
            if (!isStored || !isWhole || !string.Equals(FieldText.Of(record, field), value.Text, StringComparison.Ordinal))
                record.ValuesSince = Math.Max(record.ValuesSince, since.Day);
        }

        FieldText.Set(record, field, value.Text);
    }

    // An open record's close date is an expectation: one that was told before the record closed says nothing of the day on which it did.
    private void Close(FactRecord record, ChangedRecord told, List<ToldValue> statuses, string? before, long after)
    {
        var now = FieldText.Of(record, status!);
        var (since, _) = RunOf(statuses, after);
        var dated = told.Fields.TryGetValue(closing!.Name, out var days) ? Newest(days, after) : null;
        if (now is null or "open")
        {
            if (schema.Type == FactType.Deal)
                return;
            if (dated is null || dated.Value.At < since.At)
                record.Remove(closing);
            if (schema.Type == FactType.Ticket && (before == "closed" || statuses.Exists(value => value.IsKnown && value.At > after && value.Text == "closed")))
                record.Set(TicketFields.Reopened, true);
            return;
        }

        if (now != before && (dated is null || dated.Value.At < since.At - SameBreath))
            record.Set(closing, TimeOf(since));
    }

    // What places a record in time, and in a figure.
    private bool IsEnough(FactRecord record) => schema.Type switch
    {
        FactType.Deal => record.Has(DealFields.Created) || record.Has(DealFields.Closed),
        FactType.Contact => record.Has(ContactFields.Created),
        FactType.Company => record.Has(CompanyFields.Created),
        FactType.Ticket => record.Has(TicketFields.Created),
        FactType.Task => record.Has(TaskFields.Created) || record.Has(TaskFields.Completed),
        FactType.Payment => record.Has(PaymentFields.Amount) && record.Has(PaymentFields.Date) && record.Has(PaymentFields.Status),
        FactType.Subscription => record.Has(SubscriptionFields.Status) && record.Has(SubscriptionFields.Started),
        FactType.SurveyResponse => record.Has(SurveyResponseFields.Score) && record.Has(SurveyResponseFields.Date),
        _ => false,
    };

    private static ToldValue? Newest(List<ToldValue> values, long after)
    {
        foreach (var value in values)
        {
            if (value.At <= after)
                return null;
            if (value.IsKnown)
                return value;
        }

        return null;
    }

    // Since when the newest value stands, and whether no other was told since the record was read.
    private static (ToldValue Since, bool IsWhole) RunOf(List<ToldValue> values, long after)
    {
        ToldValue? since = null;
        foreach (var value in values)
        {
            if (value.At <= after)
                break;
            if (!value.IsKnown)
                continue;
            if (since is { } known && !string.Equals(known.Text, value.Text, StringComparison.Ordinal))
                return (known, false);
            since = value;
        }

        return (since!.Value, true);
    }

    private static FactTime TimeOf(in ToldValue told) =>
        FactTime.At(NodaTime.Instant.FromUnixTimeMilliseconds(told.At).WithOffset(NodaTime.Offset.FromSeconds(told.Offset * 60)));
}
