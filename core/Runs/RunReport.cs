using OpsAutomation.Checklists;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Asking;

namespace OpsAutomation.Runs;

/// <summary>What a run did.</summary>
/// <param name="Standing">Where the engagement stands.</param>
/// <param name="Published">The documents of which there is a new version.</param>
/// <param name="Digests">The digests that left or wait; those sent before are left out.</param>
public sealed record RunReport(Standing Standing, IReadOnlyList<GeneratedDocument> Published, IReadOnlyList<DigestRunItem> Digests)
{
    /// <summary>The checklists that started by themselves.</summary>
    public IReadOnlyList<Checklist> Started { get; init; } = [];

    /// <summary>The readers and approvers of documents who were asked, and who waits.</summary>
    public AskReport Asks { get; init; } = AskReport.Nothing;
}
