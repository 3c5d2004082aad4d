using NodaTime;
using NodaTime.Text;
using OpsAutomation.Facts;

namespace OpsAutomation.Testing;

/// <summary>Builds one fact, a value at a time; days and times are given as ISO text and read in Europe/Paris unless said otherwise.</summary>
/// <typeparam name="TSelf">The builder itself, so that calls chain.</typeparam>
public abstract class FactBuilderOf<TSelf>
    where TSelf : FactBuilderOf<TSelf>
{
    private readonly FactRecord record;
    private DateTimeZone zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>Starts an empty fact.</summary>
    protected FactBuilderOf(FactType type) => record = new FactRecord(FactSchema.Of(type));

    /// <summary>The zone in which the times that follow are read.</summary>
    public TSelf In(string zoneId)
    {
        zone = DateTimeZoneProviders.Tzdb[zoneId];
        return (TSelf)this;
    }

    /// <summary>Sets a number.</summary>
    public TSelf With(FactField field, decimal value)
    {
        record.Set(field, value);
        return (TSelf)this;
    }

    /// <summary>Sets a flag.</summary>
    public TSelf With(FactField field, bool value)
    {
        record.Set(field, value);
        return (TSelf)this;
    }

    /// <summary>Sets a day or moment.</summary>
    public TSelf With(FactField field, FactTime value)
    {
        record.Set(field, value);
        return (TSelf)this;
    }

    /// <summary>Sets a day.</summary>
    public TSelf With(FactField field, LocalDate value) => With(field, FactTime.Day(value));

    /// <summary>Sets a text, or the day (<c>2026-03-02</c>) or local time (<c>2026-03-02T23:30</c>) of a time field; null takes it away.</summary>
    public TSelf With(FactField field, string? value)
    {
        if (value is null)
            record.Remove(field);
        else if (field.Kind == FieldKind.Time)
            record.Set(field, Time(value));
        else
            record.Set(field, value);
        return (TSelf)this;
    }

    /// <summary>Sets the natural key; facts without one get a number from the source that they are put into.</summary>
    public TSelf Key(UInt128 key)
    {
        record.Key = key;
        return (TSelf)this;
    }

    /// <summary>Sets the version.</summary>
    public TSelf Version(long version)
    {
        record.Version = version;
        return (TSelf)this;
    }

    /// <summary>Sets the number of the import that the fact came from.</summary>
    public TSelf From(int import)
    {
        record.Source = import;
        return (TSelf)this;
    }

    /// <summary>Sets why the fact does not count.</summary>
    public TSelf State(RecordState state)
    {
        record.State = state;
        return (TSelf)this;
    }

    /// <summary>Sets the first day for which the overwritable values are known to stand.</summary>
    public TSelf ValuesSince(string day)
    {
        record.ValuesSince = Period.DaysBetween(new LocalDate(1970, 1, 1), LocalDatePattern.Iso.Parse(day).Value);
        return (TSelf)this;
    }

    /// <summary>The fact: a copy, so that the builder can go on.</summary>
    public FactRecord Build()
    {
        var copy = new FactRecord(record.Schema);
        copy.CopyFrom(record);
        return copy;
    }

    private FactTime Time(string value)
    {
        if (!value.Contains('T', StringComparison.Ordinal))
            return FactTime.Day(LocalDatePattern.Iso.Parse(value).Value);
        var pattern = value.Length == "2026-03-02T23:30".Length ? "uuuu-MM-dd'T'HH:mm" : "uuuu-MM-dd'T'HH:mm:ss";
        return FactTime.At(LocalDateTimePattern.CreateWithInvariantCulture(pattern).Parse(value).Value, zone);
    }
}
