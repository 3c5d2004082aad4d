using NodaTime;

namespace OpsAutomation.Milestones;

/// <summary>What an automatic criterion looks like on a day.</summary>
/// <param name="Met">Whether it holds.</param>
/// <param name="Since">The day since which it has, where that can be told; else null.</param>
/// <param name="Evidence">What shows it, or how far it is; null where there is nothing to say.</param>
internal sealed record CriterionJudgement(bool Met, LocalDate? Since, LocalizedText? Evidence)
{
    public static readonly CriterionJudgement Unmet = new(false, null, null);
}
