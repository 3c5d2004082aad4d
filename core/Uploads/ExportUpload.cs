using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Uploads;

/// <summary>An export that somebody hands over, with what they know of it.</summary>
/// <param name="Engagement">Whose it is.</param>
/// <param name="File">Its name as the sender calls it; folders in it are left out.</param>
/// <param name="Content">Its bytes, read once.</param>
public sealed record ExportUpload(EngagementId Engagement, string? File, Stream Content)
{
    /// <summary>The profile to read it by; null detects it.</summary>
    public string? Profile { get; init; }

    /// <summary>The day that the data are of; null for the day of the import.</summary>
    public LocalDate? Taken { get; init; }

    /// <summary>Whether it holds every record, so that absent ones are gone.</summary>
    public bool Full { get; init; }
}
