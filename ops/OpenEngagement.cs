using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Ops;

/// <summary>A place with one engagement of it, for the length of a command.</summary>
/// <param name="Home">The home, locked, or the storage account.</param>
/// <param name="Engagement">The engagement as its YAML says.</param>
/// <param name="Today">The day it is in the engagement's zone.</param>
internal sealed record OpenEngagement(Place Home, Engagement Engagement, LocalDate Today) : IDisposable
{
    /// <summary>The identifier.</summary>
    public EngagementId Id => Engagement.Id;

    /// <inheritdoc/>
    public void Dispose() => Home.Dispose();
}
