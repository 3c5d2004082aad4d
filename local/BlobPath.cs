using OpsAutomation.Ports;

namespace OpsAutomation.Local;

/// <summary>The file of a blob below a folder.</summary>
internal static class BlobPath
{
    /// <summary>The file of a blob below a root folder.</summary>
    /// <exception cref="OpsException">The path could leave the folder or be no file somewhere.</exception>
    public static string Resolve(string root, string path) => Path.Combine([root, .. BlobName.Check(path)]);
}
