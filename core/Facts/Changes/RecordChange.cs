using NodaTime;

namespace OpsAutomation.Facts.Changes;

/// <summary>
/// What one event says of one record: values of some fields, which were emptied, and what changed without a value. Values of texts are clipped.
/// </summary>
/// <param name="type">What the record is.</param>
/// <param name="keyNamespace">The namespace of its id: that of the vendor's exports.</param>
/// <param name="id">The vendor's id.</param>
/// <param name="at">The moment of the change by the vendor's clock.</param>
/// <param name="zone">The engagement's zone.</param>
internal sealed class RecordChange(FactType type, string keyNamespace, string id, Instant at, DateTimeZone zone)
{
    private const int LongestText = 500;
    private readonly Dictionary<string, (string? Text, bool IsKnown)> values = new(StringComparer.Ordinal);

    /// <summary>What the record is.</summary>
    public FactType Type => type;

    /// <summary>The namespace of its id.</summary>
    public string Namespace => keyNamespace;

    /// <summary>The vendor's id.</summary>
    public string Id => id;

    /// <summary>The moment.</summary>
    public Instant At => at;

    /// <summary>The moment in the engagement's zone.</summary>
    public FactTime Time => FactTime.At(at, zone);

    /// <summary>The fields told of, by name; those of no field are states and <see cref="ChangedRecord.Whole"/>.</summary>
    public IReadOnlyDictionary<string, (string? Text, bool IsKnown)> Values => values;

    /// <summary>A number, or that there is none.</summary>
    public RecordChange Set(FactField field, decimal? value) => Tell(field, value is { } number ? FieldText.Of(number) : null);

    /// <summary>A day or moment, or that there is none.</summary>
    public RecordChange Set(FactField field, FactTime? value) => Tell(field, value is { } time ? FieldText.Of(time) : null);

    /// <summary>A flag, or that there is none.</summary>
    public RecordChange Set(FactField field, bool? value) => Tell(field, value is { } flag ? FieldText.Of(flag) : null);

    /// <summary>A text, or that there is none; an empty one is none.</summary>
    public RecordChange Set(FactField field, string? value)
    {
        var text = value?.Trim();
        return Tell(field, text is not { Length: > 0 } ? null : Clip(text));
    }

    /// <summary>That a field changed, and the event does not say to what, or in words that nobody explained.</summary>
    public RecordChange Await(FactField field)
    {
        values[field.Name] = (null, false);
        return this;
    }

    /// <summary>That the record changed, and the event does not say what.</summary>
    public RecordChange Await()
    {
        values[ChangedRecord.Whole] = (null, false);
        return this;
    }

    /// <summary>That the event told the whole record: an earlier one that named it only has its answer.</summary>
    public RecordChange Complete()
    {
        values[ChangedRecord.Whole] = (null, true);
        return this;
    }

    /// <summary>That the record stands in for one that exports know by another id: see <see cref="StandIns"/>.</summary>
    public RecordChange StandIn()
    {
        values[ChangedRecord.StandsIn] = (FieldText.Of(true), true);
        return this;
    }

    /// <summary>Whether the record is deleted, archived or merged into another.</summary>
    public RecordChange Mark(RecordState state, bool holds = true)
    {
        values[ChangedRecord.NameOf(state)] = (FieldText.Of(holds), true);
        return this;
    }

    /// <summary>Takes over all that a record holds.</summary>
    public RecordChange SetAll(FactRecord record, IEnumerable<FactField> told)
    {
        foreach (var field in told)
            Tell(field, FieldText.Of(record, field) is { } text ? (field.Kind == FieldKind.Text ? Clip(text) : text) : null);
        return this;
    }

    internal int OffsetMinutes => zone.GetUtcOffset(at).Seconds / 60;

    private RecordChange Tell(FactField field, string? text)
    {
        values[field.Name] = (text, true);
        return this;
    }

    private static string Clip(string text)
    {
        if (text.Length <= LongestText)
            return text;
        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}
