namespace OpsAutomation.Exports.Mapping;

/// <summary>What one table of an export is and how it would be imported.</summary>
public sealed record TableInspection
{
    /// <summary>The file's name, or the entry's within a zip.</summary>
    public required string File { get; init; }

    /// <summary>The sheet, or null.</summary>
    public string? Sheet { get; init; }

    /// <summary><c>csv</c>, <c>xlsx</c>, <c>json</c>…</summary>
    public required string Format { get; init; }

    /// <summary>The encoding's name.</summary>
    public required string Encoding { get; init; }

    /// <summary>The delimiter, or null.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The line or sheet row of the header, from 1; 0 where the names are in every record.</summary>
    public required int HeaderLine { get; init; }

    /// <summary>Profile, columns and choices, with every mark and order decided from all values.</summary>
    public required TableMapping Mapping { get; init; }

    /// <summary>Rows of data.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that an import would take; 0 where a choice has to be made first.</summary>
    public required int Accepted { get; init; }

    /// <summary>Rows that an import would reject, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Rejected { get; init; }

    /// <summary>What a person should know.</summary>
    public required IReadOnlyList<LocalizedText> Warnings { get; init; }
}
