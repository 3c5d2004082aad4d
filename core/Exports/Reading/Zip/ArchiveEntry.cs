namespace OpsAutomation.Exports.Reading.Zip;

/// <summary>An entry as the archive's directory states it; the lengths are claims.</summary>
/// <param name="Path">The path within the archive.</param>
/// <param name="Length">The inflated length.</param>
/// <param name="CompressedLength">The compressed length.</param>
/// <param name="IsEncrypted">Whether it needs a password.</param>
internal sealed record ArchiveEntry(string Path, long Length, long CompressedLength, bool IsEncrypted);
