using OpsAutomation.Documents;
using OpsAutomation.Milestones;

namespace OpsAutomation.Runs;

/// <summary>Documents as exit criteria count them: each kind once, whatever its languages.</summary>
internal static class MilestoneDocuments
{
    public static IReadOnlyList<MilestoneDocument> Of(IReadOnlyList<DocumentRecord> records) =>
    [
        .. records
            .Where(record => record.Status == DocumentStatus.Live)
            .GroupBy(record => record.Kind, StringComparer.Ordinal)
            .Select(group => new MilestoneDocument(
                group.Key,
                DocumentLibrary.KindOf(group.First()).Title,
                group.Min(record => record.Revisions[0].Day))),
    ];
}
