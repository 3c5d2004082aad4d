using NodaTime;

namespace OpsAutomation.Logbook;

/// <summary>A decision, action, risk or comment: it feeds agenda, digest, review and logbook.</summary>
public sealed record LogItem
{
    /// <summary>The id: <c>D-14</c>, <c>A-3</c>, <c>R-2</c>, <c>C-7</c>, <c>I-4</c>, numbered per engagement and kind.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required LogKind Kind { get; init; }

    /// <summary>The text: of a decision a yes-or-no question, of an improvement the problem.</summary>
    public required string Text { get; init; }

    /// <summary>The person id or name of the owner, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The due day, of an improvement the day of its review; or null.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Whether it is open.</summary>
    public bool Open { get; init; } = true;

    /// <summary>Of a decision: who recommends what, and its effect; of a risk: what would be done.</summary>
    public string? Recommendation { get; init; }

    /// <summary>Of a decision or event: its kind, for milestone criteria; else null.</summary>
    public string? Topic { get; init; }

    /// <summary>The KPI it is about, or null.</summary>
    public string? Kpi { get; init; }

    /// <summary>Of an improvement: the cause that was found, or null while nobody knows it.</summary>
    public string? Cause { get; init; }

    /// <summary>Of an improvement: what is done differently, or null while nothing is.</summary>
    public string? Change { get; init; }

    /// <summary>What was decided or how it ended, or null while open.</summary>
    public string? Outcome { get; init; }

    /// <summary>Where it came from: a person, a digest, a webhook.</summary>
    public string? Origin { get; init; }

    /// <summary>The day it was added.</summary>
    public required LocalDate Added { get; init; }

    /// <summary>The day it was closed, or null.</summary>
    public LocalDate? ClosedOn { get; init; }

    /// <summary>Who closed it, or null.</summary>
    public string? ClosedBy { get; init; }
}
