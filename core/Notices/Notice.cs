using OpsAutomation.Locales;

namespace OpsAutomation.Notices;

/// <summary>A short mail about the work itself, to the person who runs it.</summary>
public sealed record Notice
{
    /// <summary>The locale of the reader.</summary>
    public required Locale Locale { get; init; }

    /// <summary>The subject, one line.</summary>
    public required string Subject { get; init; }

    /// <summary>What it says first, one paragraph each.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The titles of the table's columns; empty for no table.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The rows of the table, each with as many cells as there are columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];

    /// <summary>The link of each row, in their order; empty for none.</summary>
    public IReadOnlyList<NoticeLink> Links { get; init; } = [];

    /// <summary>What it says last, one paragraph each.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>The way out of mails of this kind, below all else; null for none.</summary>
    public NoticeLink? Footer { get; init; }
}
