namespace OpsAutomation.Exports.Reading;

/// <summary>How much an export may ask of this machine before it is refused.</summary>
public sealed record ReadingLimits
{
    private const int Mebibyte = 1 << 20;

    /// <summary>The limits that hold unless a setting changes them.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Bytes of one field, as UTF-8.</summary>
    public int MaxFieldBytes { get; init; } = 16 * Mebibyte;

    /// <summary>Columns of one table.</summary>
    public int MaxColumns { get; init; } = 4096;

    /// <summary>Rows of one sheet: what Excel itself can hold.</summary>
    public int MaxSheetRows { get; init; } = Mebibyte;

    /// <summary>Bytes that a zip or a workbook may inflate to, all entries together.</summary>
    public long MaxInflatedBytes { get; init; } = 2048L * Mebibyte;

    /// <summary>How many times larger than its compressed form an entry may become; looked at from 8 MiB on.</summary>
    public int MaxInflationRatio { get; init; } = 300;

    /// <summary>Entries of a zip.</summary>
    public int MaxZipEntries { get; init; } = 200;

    /// <summary>Bytes of what has to be held in memory to be read: a JSON document, a workbook's shared texts, a workbook inside a zip.</summary>
    public int MaxBytesInMemory { get; init; } = 256 * Mebibyte;
}
