namespace OpsAutomation.Crash.Tests;

/// <summary>Where things are on this machine.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The program that is killed, as built beside this suite.</summary>
    public static string HostProgram { get; } = Path.Combine(
        Root, "tests/crash/Host", Path.GetRelativePath(Path.Combine(Root, "tests/crash"), AppContext.BaseDirectory), "OpsAutomation.CrashHost.dll");

    /// <summary>A file of the fictional company whose exports are in the repository.</summary>
    public static string Sample(string name) => Path.Combine(Root, "samples/en", name);

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "OpsAutomation.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
