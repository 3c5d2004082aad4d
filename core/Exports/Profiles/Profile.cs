using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Profiles;

/// <summary>The description of one vendor's export of one object, or of one kind of unknown file.</summary>
public sealed record Profile
{
    /// <summary>The id, <c>vendor.object</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The vendor's name as people write it.</summary>
    public required string Vendor { get; init; }

    /// <summary>What the records are at the vendor: <c>deals</c>, <c>tickets</c>…</summary>
    public required string Object { get; init; }

    /// <summary>What the rows become.</summary>
    public required FactType Fact { get; init; }

    /// <summary>The namespace of natural keys: exports that share ids share it.</summary>
    public required string Namespace { get; init; }

    /// <summary>Whether it describes files of no known vendor.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>The format that the reader gives such a file (<c>trello-board</c>), or null for any.</summary>
    public string? Format { get; init; }

    /// <summary>What is special about the rows, such as <c>profit-and-loss</c>; null for nothing.</summary>
    public string? Shape { get; init; }

    /// <summary>The zone of times that name none; null for the engagement's.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>A header is of this profile where each of these groups has a member in it.</summary>
    public IReadOnlyList<IReadOnlyList<HeaderPattern>> Signature { get; init; } = [];

    /// <summary>Names that a header of this profile never has.</summary>
    public IReadOnlyList<HeaderPattern> Unless { get; init; } = [];

    /// <summary>The columns.</summary>
    public required IReadOnlyList<ProfileColumn> Columns { get; init; }

    /// <summary>Columns that lead, together, where the first of them is present: amounts in the company's currency, and that currency.</summary>
    public IReadOnlyList<ProfileColumn> Converted { get; init; } = [];

    /// <summary>Units of durations and shares, by input: <c>ms</c>, <c>seconds</c>, <c>minutes</c>, <c>hours</c>, <c>days</c>; <c>share</c> or <c>percent</c>; <c>minor</c> for hundredths.</summary>
    public IReadOnlyDictionary<string, string> Units { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The vendor's words for each status, before the common ones.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Status { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Inputs of which one of each group must be there (unknown files).</summary>
    public IReadOnlyList<IReadOnlyList<string>> Needs { get; init; } = [];

    /// <summary>Words in column or file names that speak for this kind of record, with their weight (unknown files).</summary>
    public IReadOnlyDictionary<string, decimal> Evidence { get; init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);
}
