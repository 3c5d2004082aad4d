namespace OpsAutomation.Local.Backup;

/// <summary>A file of a backup.</summary>
/// <param name="Path">Its path in the home, with <c>/</c> between its parts.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hexadecimal digits.</param>
/// <param name="Modified">When it was last written: UTC, ISO 8601. What is kept for so many days counts from it.</param>
internal sealed record BackupFile(string Path, long Length, string Sha256, string Modified);
