using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>A document to generate.</summary>
/// <param name="Engagement">Whose it is.</param>
/// <param name="Key">Kind, day and what asks for it.</param>
/// <param name="Kind">The kind, as the library of documents names it.</param>
/// <param name="Day">The local day that it is of.</param>
public sealed record DocumentJob(EngagementId Engagement, string Key, string Kind, LocalDate Day) : Job(Engagement, Key)
{
    /// <summary>The number of the run over the KPIs that asks for it; 0 for none. Documents of the cadence follow when those that last are done.</summary>
    public int Run { get; init; }
}
