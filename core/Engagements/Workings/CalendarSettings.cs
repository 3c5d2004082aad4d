namespace OpsAutomation.Engagements;

/// <summary>What the legal and HR calendar takes from the engagement.</summary>
public sealed record CalendarSettings
{
    /// <summary>The id of the person who watches over the dates that have no other owner, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Who confirms them: the accountant or payroll office, or null.</summary>
    public string? Accountant { get; init; }

    /// <summary>The ids of statutory dates that do not concern the client.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The client's own dates.</summary>
    public IReadOnlyList<CalendarDate> Dates { get; init; } = [];
}
