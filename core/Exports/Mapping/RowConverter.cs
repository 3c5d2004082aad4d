using OpsAutomation.Exports.Mapping.Completion;
using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;
using NodaTime;

namespace OpsAutomation.Exports.Mapping;

/// <summary>Turns the rows of one table into facts, one after the other. One converter reads the rows of one table once, in their order.</summary>
public sealed class RowConverter
{
    private readonly ColumnReader[] columns;
    private readonly RowInputs inputs;
    private readonly FactCompletion completion;
    private readonly RecordStates states;
    private readonly FactField? modified;
    private FactRecord? last;

    internal RowConverter(TableMapping mapping)
    {
        var fact = mapping.Fact ?? throw new InvalidOperationException("Nothing of this table is imported.");
        var schema = InputSchema.Of(fact);
        inputs = new RowInputs(schema);
        var clocks = new Dictionary<DateTimeZone, ZoneClock>();
        var readers = new List<ColumnReader>();
        foreach (var column in mapping.Columns)
        {
            if (column.Input is null)
                continue;
            inputs.Bind(column.Input, column.Index);
            readers.Add(new ColumnReader(column, mapping.IsScanned, column.Input.Kind == FieldKind.Time ? ClockOf(column, mapping.Context.Zone, clocks) : null));
        }

        columns = [.. readers];
        completion = FactCompletion.For(mapping, schema, inputs);
        states = new RecordStates(schema, inputs);
        modified = FactSchema.Of(fact).Find("modified");
    }

    /// <summary>
    /// The natural id of the last row within its namespace: the vendor's id normalised (<c>27217.0</c> is <c>27217</c>), or what the fact type is known by;
    /// empty where there is none. Valid until the next conversion.
    /// </summary>
    public ReadOnlySpan<byte> NaturalId => completion.NaturalId(last!);

    /// <summary>The ids of the records that the last row absorbed.</summary>
    public IReadOnlyList<string> MergedIds => states.MergedIds();

    /// <summary>When the vendor last changed the last row's record, or null.</summary>
    public FactTime? Modified => modified is null ? null : last!.FindTime(modified);

    /// <summary>The mapped columns with the marks and orders that the values read so far have shown.</summary>
    public IReadOnlyList<ColumnMapping> Columns => [.. columns.Select(column => column.Decided())];

    /// <summary>What a person should know about the conversion; complete after the last row.</summary>
    public IReadOnlyList<LocalizedText> Warnings => completion.Warnings;

    /// <summary>Fills the record, which is cleared first; the key, version and source are the importer's.</summary>
    public RowOutcome Convert(IRowReader row, FactRecord record)
    {
        record.Clear();
        last = record;
        if (row.Defect is { } defect && !(row.FieldCount == 1 && completion.HasHeadings))
            return RowOutcome.Rejected(null, defect);
        inputs.Begin(row);
        ColumnReader? faulty = null;
        foreach (var column in columns)
        {
            switch (column.Read(row, inputs, record))
            {
                case ReadResult.Undecided:
                    return new RowOutcome(RowOutcomeKind.Undecided, column.Column.Name);
                case ReadResult.Unreadable:
                    faulty ??= column;
                    break;
            }
        }

        if (completion.IsNoRow(record))
            return new RowOutcome(RowOutcomeKind.NotARow);
        if (faulty is not null)
            return RowOutcome.Rejected(faulty.Column.Name, faulty.Reason);
        var reason = completion.Complete(record, out var at);
        if (reason is not null)
            return RowOutcome.Rejected(at is null ? null : NameOf(at), reason);
        record.State = states.Of();
        return new RowOutcome(RowOutcomeKind.Accepted);
    }

    private string? NameOf(InputField input) => columns.FirstOrDefault(column => column.Input == input)?.Column.Name ?? input.Name;

    private static ZoneClock ClockOf(ColumnMapping column, DateTimeZone home, Dictionary<DateTimeZone, ZoneClock> clocks)
    {
        var zone = column.Zone ?? home;
        if (!clocks.TryGetValue(zone, out var clock))
            clocks.Add(zone, clock = new ZoneClock(home, zone));
        return clock;
    }
}
