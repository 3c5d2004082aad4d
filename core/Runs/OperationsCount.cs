using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;

namespace OpsAutomation.Runs;

/// <summary>Counts what documents and milestones add up to on a day.</summary>
internal static class OperationsCount
{
    public static OperationsFigures Of(Engagement engagement, IReadOnlyList<DocumentRecord> documents, MilestoneHistory history, LocalDate day)
    {
        var critical = DocumentLibrary.CriticalSops(engagement);
        var sops = documents.Where(record => IsLiveSop(record) && record.Revisions[0].Day <= day).ToList();
        var due = MilestonePlan.For(engagement).Where(milestone => milestone.Due <= day).ToList();
        return new()
        {
            CriticalSops = critical.Count,
            LiveCriticalSops = critical.Count(id => sops.Exists(record => record.Kind == id)),
            OverdueReviews = sops.Where(record => record.ReviewBy < day).Select(record => record.Kind).Distinct(StringComparer.Ordinal).Count(),
            MilestonesDue = due.Count,
            MilestonesOnTime = due.Count(milestone => history.DoneAt(milestone, day) <= milestone.Due),
        };
    }

    private static bool IsLiveSop(DocumentRecord record) =>
        record.Status == DocumentStatus.Live && DocumentLibrary.KindOf(record).Family == DocumentFamily.Sop;
}
