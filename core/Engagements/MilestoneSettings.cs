namespace OpsAutomation.Engagements;

/// <summary>What an engagement changes in the default 30-60-90 plan.</summary>
public sealed record MilestoneSettings
{
    /// <summary>Whether due dates on weekends and public holidays move to the next working day.</summary>
    public bool MoveToWorkingDay { get; init; }

    /// <summary>Milestones added, or changed where the id is one of the default plan's.</summary>
    public IReadOnlyList<MilestoneSetting> Changes { get; init; } = [];

    /// <summary>Ids of default milestones that are left out.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];
}
