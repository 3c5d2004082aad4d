using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Locales;

namespace OpsAutomation.Exports.Mapping;

/// <summary>What a person decided about a file, from the YAML of <c>--map</c>; it leads everything detected.</summary>
public sealed record MappingOverride
{
    /// <summary>The file's name, for messages.</summary>
    public required string File { get; init; }

    /// <summary>What the rows become; null leaves it to the profile.</summary>
    public FactType? Fact { get; init; }

    /// <summary>Field by column name; a null field leaves the column out.</summary>
    public IReadOnlyDictionary<string, string?> Columns { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The line of the file that tells of a column, for messages.</summary>
    internal IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The decimal mark of all columns, or null.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>The order of numeric dates in all columns, or null.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>The zone of times that name none, or null.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Words of the file by status.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Status { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Units of durations and shares by field.</summary>
    public IReadOnlyDictionary<string, string> Units { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
