using NodaTime;

namespace OpsAutomation.Ports;

/// <summary>A file of a drive.</summary>
/// <param name="Id">Its id within the drive: stays when it is renamed or replaced.</param>
/// <param name="Name">Its name.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Modified">When its content was last written.</param>
/// <param name="Version">Changes whenever its content does, and maybe when only its name does.</param>
/// <param name="ContentHash">The same for the same content, where the drive tells it; else null.</param>
public sealed record DriveFile(string Id, string Name, long Length, Instant Modified, string Version, string? ContentHash = null);
