using OpsAutomation.Engagements;

namespace OpsAutomation.Ports;

/// <summary>Reads the files of a folder in a drive. Failures are those of every port.</summary>
public interface IDrive
{
    /// <summary>
    /// The files that may have changed since a cursor: at least every one that was added, replaced, renamed or moved in, and none that is
    /// gone. A cursor that has become invalid, or that is of another folder, counts as none.
    /// </summary>
    /// <param name="engagement">For whom it is read.</param>
    /// <param name="place">The drive and the folder.</param>
    /// <param name="cursor">Where the last page ended, or null for every file.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Refused: there is no such drive or folder, or the permission to read it lacks.</exception>
    Task<DrivePage> ReadAsync(EngagementId engagement, DriveOrigin place, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>Opens a file for reading once, or null where it is gone.</summary>
    Task<Stream?> OpenAsync(EngagementId engagement, DriveOrigin place, string file, CancellationToken cancellationToken = default);
}
