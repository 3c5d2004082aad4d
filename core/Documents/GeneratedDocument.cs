namespace OpsAutomation.Documents;

/// <summary>A document as it was written, in all its formats.</summary>
public sealed record GeneratedDocument
{
    /// <summary>The kind.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>The title, as its template says it.</summary>
    public required string Title { get; init; }

    /// <summary>The Markdown, without front matter.</summary>
    public required string Markdown { get; init; }

    /// <summary>The Markdown that is stored, and that people edit: the same with comments that mark the generated blocks.</summary>
    public required string Source { get; init; }

    /// <summary>The complete HTML page.</summary>
    public required string Html { get; init; }

    /// <summary>The Word document: the same content gives the same bytes.</summary>
    public required byte[] Docx { get; init; }

    /// <summary>
    /// SHA-256 in lower-case hexadecimal of what the document says, without what changes by itself: its version and date, and the current
    /// figures beside the targets of a lasting document.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>SHA-256 of the Markdown as it reads today, figures included.</summary>
    public required string TextHash { get; init; }

    /// <summary>The version of this content, and what is recorded of it and of those before.</summary>
    public required DocumentRecord Record { get; init; }

    /// <summary>What the record was when it was written: another record meanwhile is somebody else's act.</summary>
    internal string Basis { get; init; } = "";

    /// <summary>Whether the latest version is a draft that nobody works by yet.</summary>
    public bool IsDraft => Record.Draft is not null;

    /// <summary>Whether the store holds no such content yet.</summary>
    public required bool IsNewVersion { get; init; }

    /// <summary>Of a checklist: whether its days are working days.</summary>
    public bool CountsWorkingDays { get; init; }
}
