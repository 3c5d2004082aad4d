using NodaTime;

namespace OpsAutomation.Milestones;

/// <summary>The 30-60-90 plan of an engagement as it stands on a day.</summary>
/// <param name="Engagement">The engagement's id.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Start">J+0.</param>
/// <param name="Milestones">In the order of their due dates.</param>
/// <param name="Warnings">What changed after the baseline was frozen, and other things to know.</param>
public sealed record MilestoneReport(string Engagement, LocalDate AsOf, LocalDate Start, IReadOnlyList<MilestoneStatus> Milestones, IReadOnlyList<LocalizedText> Warnings)
{
    /// <summary>How many milestones were due by the day.</summary>
    public int DueSoFar => Milestones.Count(milestone => milestone.Due <= AsOf);

    /// <summary>How many of them were done in time.</summary>
    public int DoneInTime => Milestones.Count(milestone => milestone.Due <= AsOf && milestone.Status == MilestoneState.Done);
}
