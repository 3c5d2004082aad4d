namespace OpsAutomation.Exports.Reading;

/// <summary>How much an export may ask of this machine before it is refused.</summary>
public sealed record ReadingLimits
{
    private const int Mebibyte = 1 << 20;

    // What a workbook or a zip of 1 MiB may take in memory follows from these two: a few times as much while it grows there.
    private const int LeastInMemory = 32 * Mebibyte;
    private const int InMemoryForEachByte = 16;

    // Each record that comes in has its place in an index. Compressed well, a row takes some bytes still.
    private const long LeastRows = 400_000;
    private const int BytesOfARow = 4;

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

    /// <summary>Rows of all tables of a file together.</summary>
    public long MaxRows { get; init; } = 50_000_000;

    /// <summary>Sheets of a workbook.</summary>
    public int MaxSheets { get; init; } = 500;

    /// <summary>References from one part of a workbook to others, and formats of its cells.</summary>
    public int MaxReferences { get; init; } = 65_536;

    /// <summary>Bytes of what has to be held in memory to be read: a JSON document, a workbook's shared texts, a workbook inside a zip.</summary>
    public int MaxBytesInMemory { get; init; } = 256 * Mebibyte;

    /// <summary>The limits for a file of that many bytes: a small one may not ask for the memory that a large one may.</summary>
    public ReadingLimits For(long length) => this with
    {
        MaxBytesInMemory = (int)Math.Min(MaxBytesInMemory, LeastInMemory + (Math.Max(0, length) * InMemoryForEachByte)),
        MaxRows = Math.Min(MaxRows, LeastRows + (Math.Max(0, length) / BytesOfARow)),
        MaxInflatedBytes = Math.Min(MaxInflatedBytes, LeastInMemory + (Math.Max(0, length) * MaxInflationRatio)),
    };
}
