namespace OpsAutomation.Ports;

/// <summary>What a server said of the version of a file, to be sent back to it.</summary>
/// <param name="ETag">The entity tag as it came, or null.</param>
/// <param name="LastModified">The date of the last change as it came, or null.</param>
public sealed record WebVersion(string? ETag, string? LastModified);
