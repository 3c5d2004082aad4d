using NodaTime;

namespace OpsAutomation.Local.Backup;

/// <summary>What a backup or a restore came to.</summary>
/// <param name="Taken">The moment whose state it holds.</param>
/// <param name="Files">How many files.</param>
/// <param name="Bytes">Their size as they are in the home.</param>
/// <param name="HasSecrets">Whether the home's secrets are among them.</param>
public sealed record BackupResult(Instant Taken, int Files, long Bytes, bool HasSecrets);
