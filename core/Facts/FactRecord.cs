using System.Text;
using NodaTime;

namespace OpsAutomation.Facts;

/// <summary>
/// One fact, as a row buffer that is filled and read again for every record of a stream: readers of a stream take what they
/// need before they move on. Exact decimals, days in the engagement's time zone, texts in UTF-8.
/// </summary>
public sealed class FactRecord
{
    private readonly decimal[] numbers;
    private readonly StoredTime[] times;
    private readonly (int Start, int Length)[] texts;
    private readonly bool[] flags;
    private byte[] own = new byte[256];
    private byte[] utf8;
    private int used;
    private ulong present;

    /// <summary>Creates an empty record of a schema.</summary>
    public FactRecord(FactSchema schema)
    {
        Schema = schema;
        numbers = new decimal[schema.SlotsOf(FieldKind.Number)];
        times = new StoredTime[schema.SlotsOf(FieldKind.Time)];
        texts = new (int, int)[schema.SlotsOf(FieldKind.Text)];
        flags = new bool[schema.SlotsOf(FieldKind.Flag)];
        utf8 = own;
    }

    /// <summary>The fields that the record can have.</summary>
    public FactSchema Schema { get; }

    /// <summary>The natural key's hash: who the record is, over all imports of the engagement.</summary>
    public UInt128 Key { get; set; }

    /// <summary>
    /// What the version is ordered by, greater is newer: Unix milliseconds of the vendor's modified time, else of <c>--taken</c>, else of the import.
    /// </summary>
    public long Version { get; set; }

    /// <summary>The number of the import that the record came from: an index into the ledger of imports.</summary>
    public int Source { get; set; }

    /// <summary>
    /// The first day since 1970-01-01 for which amount, probability and last activity are known to be as they stand, where a later export
    /// has overwritten others; <see cref="int.MinValue"/> where nothing was overwritten.
    /// </summary>
    public int ValuesSince { get; set; } = int.MinValue;

    /// <summary>Whether the record counts, else why not.</summary>
    public RecordState State { get; set; }

    /// <summary>The bits of the fields that the record has, by <see cref="FactField.Index"/>.</summary>
    public ulong Present => present;

    /// <summary>Empties the record for the next one.</summary>
    public void Clear()
    {
        present = 0;
        used = 0;
        utf8 = own;
        Key = default;
        Version = 0;
        Source = 0;
        ValuesSince = int.MinValue;
        State = RecordState.None;
    }

    /// <summary>Makes this record equal to another of the same schema.</summary>
    public void CopyFrom(FactRecord other)
    {
        if (other.Schema != Schema)
            throw new ArgumentException("The records are of different fact types.", nameof(other));
        Clear();
        other.numbers.CopyTo(numbers, 0);
        other.times.CopyTo(times, 0);
        other.flags.CopyTo(flags, 0);
        foreach (var field in Schema.Fields)
        {
            if (field.Kind == FieldKind.Text)
                Set(field, other.GetUtf8(field));
        }

        present = other.present;
        Key = other.Key;
        Version = other.Version;
        Source = other.Source;
        ValuesSince = other.ValuesSince;
        State = other.State;
    }

    /// <summary>Whether the record has a value for the field.</summary>
    public bool Has(FactField field) => (present & (1UL << field.Index)) != 0;

    /// <summary>The number, 0 where absent: ask <see cref="Has"/> first.</summary>
    public decimal GetNumber(FactField field) => Has(field) ? numbers[field.Slot] : 0m;

    /// <summary>The number, or null.</summary>
    public decimal? FindNumber(FactField field) => Has(field) ? numbers[field.Slot] : null;

    /// <summary>The day or moment, or null.</summary>
    public FactTime? FindTime(FactField field) => Has(field) ? times[field.Slot].ToFactTime() : null;

    /// <summary>The day, as days since 1970-01-01, of a field that the record has (see <see cref="Has"/>): quicker than <see cref="FindTime"/>.</summary>
    public int GetDayNumber(FactField field) => times[field.Slot].DayNumber;

    /// <summary>Milliseconds since local midnight of a time field that the record has, or -1 where only the day is known.</summary>
    public int GetMillisecondOfDay(FactField field) => times[field.Slot].Milliseconds;

    /// <summary>The flag, or null.</summary>
    public bool? FindFlag(FactField field) => Has(field) ? flags[field.Slot] : null;

    /// <summary>The text in UTF-8, empty where absent; valid until the record changes.</summary>
    public ReadOnlySpan<byte> GetUtf8(FactField field) =>
        Has(field) ? utf8.AsSpan(texts[field.Slot].Start, texts[field.Slot].Length) : default;

    /// <summary>The text, or null.</summary>
    public string? FindText(FactField field) => Has(field) ? Encoding.UTF8.GetString(GetUtf8(field)) : null;

    /// <summary>Sets a number.</summary>
    public void Set(FactField field, decimal value)
    {
        numbers[field.Slot] = value;
        present |= 1UL << field.Index;
    }

    /// <summary>Sets a day or moment.</summary>
    public void Set(FactField field, FactTime value) => SetTime(field, StoredTime.Of(value));

    /// <summary>Sets a day without a time.</summary>
    public void Set(FactField field, LocalDate day) => Set(field, FactTime.Day(day));

    /// <summary>Sets a flag.</summary>
    public void Set(FactField field, bool value)
    {
        flags[field.Slot] = value;
        present |= 1UL << field.Index;
    }

    /// <summary>Sets a text; an empty one is absent.</summary>
    public void Set(FactField field, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            Remove(field);
            return;
        }

        if (utf8 != own)
            TakeTexts();
        if (used + value.Length > own.Length)
        {
            Array.Resize(ref own, Math.Max(own.Length * 2, used + value.Length));
            utf8 = own;
        }

        value.CopyTo(own.AsSpan(used));
        texts[field.Slot] = (used, value.Length);
        used += value.Length;
        present |= 1UL << field.Index;
    }

    /// <summary>Sets a text; an empty one is absent.</summary>
    public void Set(FactField field, string value) => Set(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Takes a value away.</summary>
    public void Remove(FactField field) => present &= ~(1UL << field.Index);

    internal decimal[] Numbers => numbers;

    internal StoredTime[] Times => times;

    internal (int Start, int Length)[] Texts => texts;

    internal bool[] Flags => flags;

    /// <summary>Bytes that hold all texts, a little more where a text was set twice.</summary>
    internal int TextSize => utf8 == own ? used : texts.Sum(static text => text.Length);

    internal byte[] Utf8 => utf8;

    internal void SetTime(FactField field, StoredTime value)
    {
        times[field.Slot] = value;
        present |= 1UL << field.Index;
    }

    // A reader's record looks into the reader's block instead of copying its texts.
    internal void Look(byte[] block, ulong fields)
    {
        utf8 = block;
        present = fields;
    }

    private void TakeTexts()
    {
        var block = utf8;
        utf8 = own;
        used = 0;
        foreach (var field in Schema.Fields)
        {
            if (field.Kind != FieldKind.Text || !Has(field))
                continue;
            var (start, length) = texts[field.Slot];
            Set(field, block.AsSpan(start, length));
        }
    }
}
