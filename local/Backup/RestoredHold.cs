namespace OpsAutomation.Local.Backup;

/// <summary>
/// Says that a home was restored and is held back: what left after the backup is not known to it, so that nothing leaves until a person has said whether
/// anything did. The file <c>restored.json</c> of the home.
/// </summary>
/// <param name="Taken">The moment whose state it holds: UTC, ISO 8601.</param>
/// <param name="Restored">When it was restored: UTC, ISO 8601.</param>
internal sealed record RestoredHold(string Taken, string Restored)
{
    /// <summary>The name of the file.</summary>
    public const string Name = "restored.json";
}
