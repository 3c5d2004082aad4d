namespace OpsAutomation.Exports.Reading;

/// <summary>What was learnt about a table before its rows are read: needed to tell records from what stands around them.</summary>
internal sealed record TableShape
{
    /// <summary>The number of columns.</summary>
    public required int Width { get; init; }

    /// <summary>The line of the header; rows up to it are passed over.</summary>
    public required int HeaderLine { get; init; }

    /// <summary>Columns that a row may end before, since other rows leave them blank; null where every row is as wide as the sheet.</summary>
    public bool[]? MayBeMissing { get; init; }

    /// <summary>The column of free text in which a FEC may hold unescaped delimiters, or -1.</summary>
    public int FreeTextColumn { get; init; } = -1;

    /// <summary>Blank fields that rows of this file have behind the last column, as where each line ends with a delimiter.</summary>
    public int TrailingBlanks { get; init; }
}
