using NodaTime;

namespace OpsAutomation.Exports;

/// <summary>What an import did.</summary>
public sealed record ImportReport
{
    /// <summary>The number of the import within the engagement.</summary>
    public required int Number { get; init; }

    /// <summary>The file's name, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>The profile it was read by; several, separated by commas, where its tables differ.</summary>
    public required string Profile { get; init; }

    /// <summary>The encoding of its first table.</summary>
    public required string Encoding { get; init; }

    /// <summary>The delimiter of its first table, or null where there is none.</summary>
    public char? Delimiter { get; init; }

    /// <summary>What happened to the rows, by fact type.</summary>
    public required IReadOnlyList<FactCount> Facts { get; init; }

    /// <summary>What the columns became, table by table.</summary>
    public required IReadOnlyList<ColumnReport> Columns { get; init; }

    /// <summary>The rows that could not be used.</summary>
    public required IReadOnlyList<Rejection> Rejections { get; init; }

    /// <summary>What a person should know.</summary>
    public required IReadOnlyList<LocalizedText> Warnings { get; init; }

    /// <summary>When the file was imported.</summary>
    public required Instant ImportedAt { get; init; }

    /// <summary>The day that the data are of.</summary>
    public required LocalDate Taken { get; init; }

    /// <summary>Whether the file had been imported before, so that nothing changed: the counts are those of a second reading.</summary>
    public bool AlreadyImported { get; init; }

    /// <summary>The sum over all fact types of one of the counts.</summary>
    public int Total(Func<FactCount, int> count) => Facts.Sum(count);
}
