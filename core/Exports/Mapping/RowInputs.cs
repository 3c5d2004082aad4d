using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping;

/// <summary>The parts of one row that are no field of the fact themselves, by input; reused for every row.</summary>
internal sealed class RowInputs(InputSchema schema)
{
    private readonly decimal[] numbers = new decimal[schema.Inputs.Count];
    private readonly FactTime[] times = new FactTime[schema.Inputs.Count];
    private readonly bool[] flags = new bool[schema.Inputs.Count];
    private readonly int[] columns = [.. Enumerable.Repeat(-1, schema.Inputs.Count)];
    private ulong present;
    private IRowReader? row;

    internal void Begin(IRowReader current)
    {
        row = current;
        present = 0;
    }

    internal void Bind(InputField input, int column) => columns[input.Slot] = column;

    internal bool IsMapped(InputField input) => columns[input.Slot] >= 0;

    internal void Set(InputField input, decimal value)
    {
        numbers[input.Slot] = value;
        present |= 1UL << input.Slot;
    }

    internal void Set(InputField input, FactTime value)
    {
        times[input.Slot] = value;
        present |= 1UL << input.Slot;
    }

    internal void Set(InputField input, bool value)
    {
        flags[input.Slot] = value;
        present |= 1UL << input.Slot;
    }

    internal decimal? Number(InputField input) => Has(input) ? numbers[input.Slot] : null;

    internal FactTime? Time(InputField input) => Has(input) ? times[input.Slot] : null;

    internal bool? Flag(InputField input) => Has(input) ? flags[input.Slot] : null;

    /// <summary>The text as written, trimmed; empty where missing or not mapped.</summary>
    internal ReadOnlySpan<byte> Text(InputField input)
    {
        var column = columns[input.Slot];
        if (column < 0)
            return default;
        var text = Utf8Text.Trim(row!.Field(column));
        return Utf8Text.IsMissing(text) ? default : text;
    }

    private bool Has(InputField input) => (present & (1UL << input.Slot)) != 0;
}
