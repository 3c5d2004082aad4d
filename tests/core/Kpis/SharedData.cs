namespace OpsAutomation.Core.Tests.Kpis;

/// <summary>Real files beside the repository, where they are there.</summary>
internal static class SharedData
{
    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "OpsAutomation.sln")))
                continue;
            for (var above = folder.Parent; above is not null; above = above.Parent)
            {
                var path = Path.Combine(above.FullName, "shared", "data", name);
                if (File.Exists(path))
                    return path;
            }
        }

        return null;
    }
}
