using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports;

/// <summary>One line of the ledger of imports: which file brought which facts.</summary>
public sealed record ImportSource
{
    /// <summary>The number of the import within the engagement, from 1: <see cref="FactRecord.Source"/>.</summary>
    public required int Number { get; init; }

    /// <summary>The file's name, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>The hash of its content: the same file is imported once.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The profile it was read by.</summary>
    public required string Profile { get; init; }

    /// <summary>When it was imported.</summary>
    public required Instant ImportedAt { get; init; }

    /// <summary>The day the data are of: <c>--taken</c>, else the day of the import.</summary>
    public required LocalDate Taken { get; init; }

    /// <summary>Whether the day was said, rather than assumed.</summary>
    public required bool TakenIsStated { get; init; }

    /// <summary>What happened to its rows, by fact type.</summary>
    public required IReadOnlyList<FactCount> Facts { get; init; }

    /// <summary>
    /// Whether it is no file but a source of webhooks: rows are the records that its events told of since the last export, the time is that of
    /// the last event, and the days are those on which events came.
    /// </summary>
    public bool IsEvents { get; init; }
}
