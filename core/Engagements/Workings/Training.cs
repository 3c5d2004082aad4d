using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>A line of the training plan.</summary>
public sealed record Training
{
    /// <summary>What is learnt.</summary>
    public required string Subject { get; init; }

    /// <summary>The ids of those who learn it.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>The id of the person who teaches it, or null.</summary>
    public string? Trainer { get; init; }

    /// <summary>The kind of SOP it is about, or null.</summary>
    public string? Sop { get; init; }

    /// <summary>How long it takes in hours, or null.</summary>
    public decimal? Hours { get; init; }

    /// <summary>The day by which it is learnt.</summary>
    public required LocalDate By { get; init; }

    /// <summary>What shows that it was learnt, or null.</summary>
    public string? Proof { get; init; }

    /// <summary>The day that the proof was given, or null.</summary>
    public LocalDate? Done { get; init; }
}
