using NodaTime;

namespace OpsAutomation.Logbook;

/// <summary>What is to be added to the logbook.</summary>
public sealed record NewLogItem
{
    /// <summary>What it is.</summary>
    public required LogKind Kind { get; init; }

    /// <summary>The text: of a decision a yes-or-no question, of an improvement the problem. At most 4000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The day it is added, in the engagement's time zone.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The person id or name of the owner, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The due day, of an improvement the day of its review; or null.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Of a decision: who recommends what, and its effect; of a risk: what would be done.</summary>
    public string? Recommendation { get; init; }

    /// <summary>Of a decision: its kind, for milestone criteria; else null.</summary>
    public string? Topic { get; init; }

    /// <summary>Of an improvement: the cause that was found, or null. At most 4000 characters.</summary>
    public string? Cause { get; init; }

    /// <summary>Of an improvement: what is done differently, or null. At most 4000 characters.</summary>
    public string? Change { get; init; }

    /// <summary>The KPI it is about, or null.</summary>
    public string? Kpi { get; init; }

    /// <summary>Where it comes from, for people to read: a person, a digest, a webhook.</summary>
    public string? Origin { get; init; }

    /// <summary>What tells a repetition of the same request: the same key adds one item only. Null for none.</summary>
    public string? OriginKey { get; init; }

    /// <summary>Who adds it, or null.</summary>
    public string? By { get; init; }

    /// <summary>The person who adds it by a request that <see cref="OriginKey"/> tells, for the audit record; null for what an event of another tool adds.</summary>
    public string? Actor { get; init; }
}
