namespace OpsAutomation.Engagements;

/// <summary>A wiki or folder that live documents are published to.</summary>
public sealed record PublishingTarget
{
    /// <summary>What people and commands call it; the secret <c>publish-{id}</c> belongs to it.</summary>
    public required string Id { get; init; }

    /// <summary>The address of a WordPress site, without <c>/wp-json</c>; null where it is a drive.</summary>
    public Uri? Site { get; init; }

    /// <summary>Of WordPress: the user whose application password is kept as a secret.</summary>
    public string? User { get; init; }

    /// <summary>Of WordPress: the id of the page that ours stand below; null for none.</summary>
    public int? Parent { get; init; }

    /// <summary>Of WordPress: who sees the pages: <c>publish</c>, <c>private</c> or <c>draft</c>.</summary>
    public string Visibility { get; init; } = "private";

    /// <summary>Of WordPress: whether the site has Polylang, which is told each page's language.</summary>
    public bool TellsLanguage { get; init; }

    /// <summary>A folder of SharePoint or OneDrive; null where it is WordPress.</summary>
    public DriveOrigin? Drive { get; init; }

    /// <summary>Of a drive: the formats, of <c>docx</c>, <c>html</c> and <c>md</c>.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["docx"];

    /// <summary>The languages; empty for the engagement's.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [];

    /// <summary>The kinds of documents; empty for all but those of the cadence.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];
}
