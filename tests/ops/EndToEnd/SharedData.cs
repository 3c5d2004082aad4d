namespace OpsAutomation.Ops.Tests.EndToEnd;

/// <summary>Real files that lie beside the repository on some machines; where they are not there, the tests that need them are skipped.</summary>
internal static class SharedData
{
    /// <summary>The file's path.</summary>
    public static string Find(string name)
    {
        var path = Folder is null ? null : Path.Combine(Folder, name);
        Assert.SkipUnless(File.Exists(path), $"{name} is not on this machine.");
        return path!;
    }

    private static string? Folder { get; } = FindFolder();

    private static string? FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OpsAutomation.sln")))
            folder = folder.Parent;
        return folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "data") : null;
    }
}
