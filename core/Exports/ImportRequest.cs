using NodaTime;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Exports;

/// <summary>A file to import, and how.</summary>
/// <param name="Content">The file.</param>
/// <param name="Profile">The profile to read it by; null detects it.</param>
/// <param name="Map">What a person decided about its columns, or null.</param>
/// <param name="Taken">The day that the data are of; null for today.</param>
/// <param name="Full">Whether the file holds every record, so that those it lacks are gone.</param>
public sealed record ImportRequest(ExportContent Content, string? Profile = null, MappingOverride? Map = null, LocalDate? Taken = null, bool Full = false)
{
    /// <summary>Is told the number of rows read so far, every few thousand rows.</summary>
    public IProgress<int>? Progress { get; init; }

    /// <summary>How much the file may ask of this machine.</summary>
    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;
}
