namespace OpsAutomation.Local.Backup;

/// <summary>What a backup holds: <c>manifest.json</c> in its zip, by which everything in it is checked before anything is restored.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Schema">The version of the state in it.</param>
/// <param name="Taken">The moment whose state it holds: UTC, ISO 8601.</param>
/// <param name="HasSecrets">Whether the home's secrets are in it.</param>
/// <param name="Files">Every file, in ordinal order of their paths.</param>
internal sealed record BackupManifest(string Format, int Schema, string Taken, bool HasSecrets, IReadOnlyList<BackupFile> Files)
{
    /// <summary>The name of the format and its version.</summary>
    public const string FormatName = "opsautomation-home-1";

    /// <summary>The manifest's own name in the zip.</summary>
    public const string Name = "manifest.json";
}
