using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary>Reads where the documents of an engagement stand.</summary>
internal static class SopReport
{
    public static async Task<LifeReport> ReadAsync(OpenEngagement open, LocalDate day, CancellationToken cancellationToken)
    {
        var records = new List<DocumentRecord>();
        await foreach (var record in new DocumentStore(open.Home.Blobs, open.Home.State).ListAsync(open.Id, cancellationToken))
            records.Add(record);
        return LifeReport.Of(open.Engagement, records, day);
    }
}
