using System.Globalization;

namespace OpsAutomation.Ops.Doctoring;

/// <summary>Who has a file open, where the system says it: Linux.</summary>
internal static class OpenFile
{
    private const string Processes = "/proc";

    /// <summary>The process that has the file open, such as <c>ops (4711)</c>; null where nobody has, or the system does not say.</summary>
    public static string? HolderOf(string path)
    {
        if (!File.Exists(path) || !Directory.Exists(Processes))
            return null;
        var wanted = Path.GetFullPath(path);
        foreach (var process in Directory.EnumerateDirectories(Processes))
        {
            if (int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id != Environment.ProcessId && Has(process, wanted))
                return $"{NameOf(process)} ({id})";
        }

        return null;
    }

    // A process may end while it is looked at, and those of others do not show what they have open.
    private static bool Has(string process, string wanted)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd")).Any(file => new FileInfo(file).LinkTarget == wanted);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string NameOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "comm")).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "?";
        }
    }
}
