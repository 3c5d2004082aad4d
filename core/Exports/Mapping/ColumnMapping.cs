using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Locales;

namespace OpsAutomation.Exports.Mapping;

/// <summary>One column of a table, and what it becomes.</summary>
public sealed record ColumnMapping
{
    /// <summary>Its place from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Its name as the file has it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is read as; null where it is not used.</summary>
    public InputField? Input { get; init; }

    /// <summary>The fact's field that it fills; null where it is not used, or is only a part from which fields are derived.</summary>
    public FactField? Field => Input?.Field;

    /// <summary>The decimal mark, <c>.</c> or <c>,</c>; null where no value shows one.</summary>
    public char? DecimalMark { get; init; }

    /// <summary><c>iso</c>, <c>ymd</c>, <c>dmy</c>, <c>mdy</c>, <c>yyyymmdd</c>, <c>text</c>, <c>serial</c>, <c>epoch-s</c> or <c>epoch-ms</c>; null where no value is a date.</summary>
    public string? DateOrder { get; init; }

    /// <summary>How sure the mapping is, 0 to 1; 0 for a column that is not used.</summary>
    public decimal Certainty { get; init; }

    /// <summary>How many values were looked at that are not missing.</summary>
    public int Samples { get; init; }

    internal DateTimeZone? Zone { get; init; }

    internal string? Unit { get; init; }

    internal DateOrder? Order { get; init; }

    internal bool? IsShare { get; init; }

    internal bool IsMarkFixed { get; init; }

    internal bool IsOrderFixed { get; init; }
}
