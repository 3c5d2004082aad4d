using NodaTime;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>What an erasure found and did. It names nobody.</summary>
public sealed record ErasureResult
{
    /// <summary>The erasure: the beginning of a keyed hash, which tells nothing of the person.</summary>
    public required string Id { get; init; }

    /// <summary>When it was asked for.</summary>
    public required Instant At { get; init; }

    /// <summary>What was changed, or would be: things and the records in them, by <c>originals</c>, <c>facts</c>, <c>snapshots</c>, <c>documents</c>…</summary>
    public required IReadOnlyDictionary<string, (int Items, int Records)> Counts { get; init; }

    /// <summary>Accounting files that name the person and were left, since the law has them kept.</summary>
    public required int LedgerFiles { get; init; }

    /// <summary>Ledger lines that name the person and were left.</summary>
    public required int LedgerLines { get; init; }

    /// <summary>Whether the engagement's own file names the person, which only a person can edit.</summary>
    public required bool IsInConfiguration { get; init; }

    /// <summary>Where the report is, by language and format; empty where nothing was changed.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>Whether the person was named anywhere.</summary>
    public bool FoundAny => Counts.Count > 0 || LedgerFiles > 0 || LedgerLines > 0 || IsInConfiguration;
}
