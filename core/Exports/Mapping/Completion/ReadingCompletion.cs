using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>A reading needs its KPI, its day and its value; it is known by KPI and day.</summary>
internal sealed class ReadingCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs) : FactCompletion(mapping, schema, inputs)
{
    private readonly InputField kpi = schema["kpi"];
    private readonly InputField date = schema["date"];
    private readonly InputField value = schema["value"];
    private byte[] id = new byte[64];

    internal override ReadOnlySpan<byte> NaturalId(FactRecord record)
    {
        var name = record.GetUtf8(ReadingFields.Kpi);
        if (id.Length < name.Length + 12)
            id = new byte[name.Length + 32];
        name.CopyTo(id);
        id[name.Length] = (byte)'/';
        record.FindTime(ReadingFields.Date)!.Value.Date.AtMidnight().ToDateTimeUnspecified().TryFormat(id.AsSpan(name.Length + 1), out var written, "yyyy-MM-dd");
        return id.AsSpan(0, name.Length + 1 + written);
    }

    protected override string? Derive(FactRecord record, ref InputField? at)
    {
        at = !record.Has(ReadingFields.Kpi) ? kpi : !record.Has(ReadingFields.Date) ? date : !record.Has(ReadingFields.Value) ? value : null;
        return at is null ? null : RowReasons.RequiredMissing;
    }
}
