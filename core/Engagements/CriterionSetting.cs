namespace OpsAutomation.Engagements;

/// <summary>One exit criterion of a milestone.</summary>
public sealed record CriterionSetting
{
    /// <summary>What must hold, in words.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>How it is decided: <c>manual</c>, <c>document</c>, <c>kpi</c>, <c>task</c>, <c>decision</c>, <c>event</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The id of the person who owns it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>For <c>document</c>: the kind or kind prefix (<c>sop</c>); for <c>kpi</c>: the KPI's id; for <c>task</c>: the list, the tag, or one task's name or id; for <c>decision</c> and <c>event</c>: the kind.</summary>
    public string? Of { get; init; }

    /// <summary>For <c>kpi</c>: <c>defined</c>, <c>has-target</c> or <c>improved</c>; for <c>task</c>: <c>list</c>, <c>tag</c> or <c>name</c>.</summary>
    public string? Test { get; init; }

    /// <summary>For <c>document</c>: how many; for <c>kpi</c> improved: by how much, percent of the baseline (points for percent KPIs); for <c>task</c>: the share done, percent.</summary>
    public decimal? AtLeast { get; init; }
}
