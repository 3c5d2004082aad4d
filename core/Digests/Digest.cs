using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Digests;

/// <summary>A digest as it would be sent.</summary>
public sealed record Digest
{
    /// <summary>The engagement.</summary>
    public required EngagementId Engagement { get; init; }

    /// <summary>The id of the recipient.</summary>
    public required string Recipient { get; init; }

    /// <summary>The week.</summary>
    public required DateInterval Period { get; init; }

    /// <summary>1, or more for a correction.</summary>
    public required int Revision { get; init; }

    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>The language as a tag, such as <c>fr-FR</c>.</summary>
    public required string LanguageTag { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The parts.</summary>
    public required DigestBody Body { get; init; }

    /// <summary>The HTML body, a whole document.</summary>
    public required string Html { get; init; }

    /// <summary>The text alternative.</summary>
    public required string Text { get; init; }

    /// <summary>The words of the longer body, everything between blanks counted: under 350.</summary>
    public required int WordCount { get; init; }

    /// <summary>The figures that it shows, to be kept with it.</summary>
    public required IReadOnlyList<SentFigure> Figures { get; init; }

    /// <summary>The files that go with it.</summary>
    public IReadOnlyList<AttachedDocument> Attachments { get; init; } = [];

    /// <summary>Whether there were no data to show.</summary>
    public required bool WithoutData { get; init; }

    /// <summary>The hash of subject and bodies, hexadecimal: what an approval is for.</summary>
    public required string ContentHash { get; init; }
}
