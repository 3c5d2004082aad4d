using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>An export to import.</summary>
/// <param name="Engagement">Whose it is.</param>
/// <param name="Key">The item that was pulled or uploaded.</param>
/// <param name="Path">The blob that holds it.</param>
/// <param name="File">Its name as the sender called it, without a folder: its ending says what it is.</param>
public sealed record ExportJob(EngagementId Engagement, string Key, string Path, string File) : Job(Engagement, Key)
{
    /// <summary>The source it came from, as the engagement names it; null where it was uploaded.</summary>
    public string? Source { get; init; }

    /// <summary>The profile to read it by; null takes the source's, else detects it.</summary>
    public string? Profile { get; init; }

    /// <summary>The day that the data are of; null for the day of the import.</summary>
    public LocalDate? Taken { get; init; }

    /// <summary>Whether it holds every record, so that absent ones are gone.</summary>
    public bool Full { get; init; }
}
