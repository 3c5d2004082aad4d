using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>One milestone as an engagement sets it; what is null stays as the default plan says.</summary>
public sealed record MilestoneSetting
{
    /// <summary>The id, such as <c>J30</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Days after the start.</summary>
    public int? Day { get; init; }

    /// <summary>A due date that replaces the computed one: the first one stays shown, with <see cref="Reason"/>.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Why the due date moved; required with <see cref="Due"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The title.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>The id of the person who owns it.</summary>
    public string? Owner { get; init; }

    /// <summary>The exit criteria; they replace the default ones as a whole.</summary>
    public IReadOnlyList<CriterionSetting>? Criteria { get; init; }
}
